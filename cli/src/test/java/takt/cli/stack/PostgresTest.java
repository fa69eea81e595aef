package takt.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import takt.cli.term.UserError;

class PostgresTest {

    /** PostgreSQL's port, base plus 32, is one that nobody had a moment ago: connections get those of a fixed base, too. */
    private static final int BASE = free() - 32;

    @TempDir
    Path state;

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StackLayout layout() {
        return new StackLayout(Path.of(".."), state, BASE);
    }

    private void query(String password, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/takt".formatted(layout().databasePort());
        try (var connection = DriverManager.getConnection(url, "takt", password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void itKeepsItsDataOverARestartAndLetsNobodyInWithoutThePassword() throws SQLException, IOException {
        Postgres postgres = new Postgres(layout());
        try {
            postgres.start();
            query(postgres.password(), "create table kept (n int)");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("postgres-binaries"))))
                    .isEqualTo("rwx------");
            assertThat(postgres.superuserPassword()).isNotEqualTo(postgres.password());
            assertThatThrownBy(() -> query("wrong", "select 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            postgres.stop();
            assertThat(postgres.isRunning()).isFalse();
            // somebody could have put a program of his own there: it is unpacked anew
            Path binaries = state.resolve("postgres-binaries");
            Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path foreign = Files.writeString(binaries.resolve("foreign"), "");
            postgres.start();
            query(postgres.password(), "insert into kept values (1)");
            assertThat(foreign).doesNotExist();
        } finally {
            postgres.stop();
        }
    }

    @Test
    void aFirstStartThatWasCutShortIsFinishedByTheNext() throws SQLException {
        Postgres postgres = new Postgres(layout());
        try {
            postgres.start();
            String admin = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(layout().databasePort());
            try (var connection = DriverManager.getConnection(admin, "postgres", postgres.superuserPassword());
                    var statement = connection.createStatement()) {
                statement.execute("drop database takt");
            }
            postgres.stop();
            postgres.start();
            query(postgres.password(), "select 1");
        } finally {
            postgres.stop();
        }
    }

    /** Who starts the stack right after a kill does not take the dying server for one that runs. */
    @Test
    void rightAfterAKillItIsStartedAnew() throws SQLException {
        Postgres postgres = new Postgres(layout());
        try {
            postgres.start();
            for (int i = 0; i < 3; i++) {
                ProcessHandle.of(postgres.pid().orElseThrow()).orElseThrow().destroyForcibly();
                postgres.start();
                query(postgres.password(), "select 1");
            }
        } finally {
            postgres.stop();
        }
    }

    @Test
    void aProcessIdThatBelongsToSomebodyElseIsNotOurs() throws IOException {
        Path data = Files.createDirectories(state.resolve("postgres"));
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
        Postgres postgres = new Postgres(layout());
        assertThat(postgres.isRunning()).isFalse();
        postgres.stop();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aTakenPortIsNamedWithWhoWantedIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackLayout layout = new StackLayout(Path.of(".."), state, taken.getLocalPort() - 32);
            assertThat(taken.getLocalPort()).isEqualTo(layout.databasePort());
            assertThatThrownBy(() -> new Postgres(layout).start())
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(String.valueOf(layout.databasePort()))
                    .hasMessageContaining("PostgreSQL");
        }
    }
}
