package takt.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server of a data folder, as the operating system knows it. */
final class PostgresProcess {

    private final Path data;

    PostgresProcess(Path data) {
        this.data = data;
    }

    void stop() {
        process().ifPresent(process -> {
            try {
                // Fast shutdown: running transactions are rolled back, data are written. Java itself can only send
                // SIGTERM.
                new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                        .start()
                        .waitFor();
                process.onExit().get(20, java.util.concurrent.TimeUnit.SECONDS);
            } catch (IOException | java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                process.destroy();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    boolean isRunning() {
        return process().isPresent();
    }

    /** The file outlives a power cut, and its number may belong to somebody else since. */
    private Optional<ProcessHandle> process() {
        return pid().flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(p -> p.info()
                        .command()
                        .map(command -> Path.of(command).endsWith("postgres"))
                        .orElse(true));
    }

    Optional<Long> pid() {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
