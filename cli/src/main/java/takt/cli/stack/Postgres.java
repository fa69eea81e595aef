package takt.cli.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import takt.cli.term.UserError;

/**
 * The embedded PostgreSQL of the local stack: durable, with passwords, its data under the state folder. It
 * outlives the command that starts it.
 */
public final class Postgres {

    private static final String SUPERUSER = "superuser-password";
    /** After a crash it first goes through what it had written. */
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    /** The library waits for so long without looking whether the server still lives. */
    private static final Duration UNWATCHED = Duration.ofSeconds(8);
    /** A server that was killed may be there for a while, and answers nobody. */
    private static final Duration DYING = Duration.ofSeconds(15);

    private final StackLayout layout;

    public Postgres(StackLayout layout) {
        this.layout = layout;
    }

    /** Of the role that the services use. */
    public String password() {
        return password("database-password");
    }

    /** Of the role that may do everything; data of before it had one of its own go on with that of the services. */
    String superuserPassword() {
        return hasOwnPassword() || !Files.exists(data().resolve("PG_VERSION")) ? password(SUPERUSER) : password();
    }

    private boolean hasOwnPassword() {
        return Files.exists(layout.keys().resolve(SUPERUSER));
    }

    private String password(String name) {
        Path file = layout.keys().resolve(name);
        try {
            if (!Files.exists(file)) {
                Secrets.createFolder(layout.keys());
                Secrets.write(file, Secrets.password());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UserError("The database password (%s) cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private Path data() {
        return layout.state().resolve("postgres");
    }

    /** The library unpacks PostgreSQL so that everybody may write there; what others could have changed is not run. */
    private File binaries() throws IOException {
        Path folder = layout.state().resolve("postgres-binaries");
        if (Secrets.isOpen(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return folder.toFile();
    }

    /** Starts it unless it runs; creates role, database and password rules the first time. */
    public void start() {
        if (staysUp()) {
            return;
        }
        Ports.requireFree(layout.databasePort(), "PostgreSQL");
        Path data = data();
        Path log = layout.log("postgres");
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(data.getParent());
            // The library locks this file until its own close(), which would stop the server; none runs now.
            Files.deleteIfExists(data.resolve("epg-lock"));
            EmbeddedPostgres.Builder builder = builder(data, log);
            try {
                builder.start();
            } catch (IOException | IllegalStateException e) {
                if (!isUp(RECOVERY)) {
                    throw e;
                }
            }
            Secrets.createFolder(layout.state().resolve("postgres-binaries"));
            PostgresSetup setup = setup();
            if (!setup.hasDatabase()) {
                setup.initialise(data, password());
            }
            setup.requireDurable();
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new UserError("PostgreSQL did not start: %s%nIts log is %s.".formatted(e.getMessage(), log));
        }
    }

    private EmbeddedPostgres.Builder builder(Path data, Path log) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries())
                .setPort(layout.databasePort())
                .setPGStartupWait(UNWATCHED)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setConnectConfig("password", superuserPassword())
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private PostgresSetup setup() {
        return new PostgresSetup(layout.databasePort(), superuserPassword());
    }

    private PostgresProcess process() {
        return new PostgresProcess(data());
    }

    public void stop() {
        process().stop();
    }

    public boolean isRunning() {
        return process().isRunning();
    }

    public Optional<Long> pid() {
        return process().pid();
    }

    /** Whether it is there and goes on. */
    private boolean staysUp() {
        return isUp(DYING) || isRunning();
    }

    /** Waits until it answers, in vain when it ends or takes longer. */
    private boolean isUp(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (isRunning() && System.nanoTime() < end) {
            try (Connection connection =
                    setup().connect("postgres?loginTimeout=2")) { // one that stands still says nothing
                return connection.isValid(1);
            } catch (SQLException e) {
                pause();
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for PostgreSQL");
        }
    }
}
