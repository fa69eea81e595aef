package takt.cli.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command that goes on until it is stopped, as a process of its own. */
final class CommandProcess {

    private final StackLayout layout;
    private final String name;
    private final String command;

    CommandProcess(StackLayout layout, String name) {
        this(layout, name, name);
    }

    /** @param name of its log and its process id, where it differs from the command */
    CommandProcess(StackLayout layout, String name, String command) {
        this.layout = layout;
        this.name = name;
        this.command = command;
    }

    void start() {
        if (running().isPresent()) {
            return;
        }
        try {
            Files.createDirectories(layout.log(name).getParent());
            Files.createDirectories(layout.pid(name).getParent());
            ProcessBuilder builder = new ProcessBuilder(line())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(layout.log(name).toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            Files.writeString(layout.pid(name), String.valueOf(builder.start().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> line() {
        return JavaCommand.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                // short: the system tells only the first 4,096 characters of a command line
                layout.home().resolve("cli/target/classes") + ":"
                        + layout.home().resolve("cli/target/lib") + "/*",
                "takt.cli.Takt",
                command,
                "--state",
                layout.state().toString(),
                "--port-base",
                String.valueOf(layout.portBase()));
    }

    Optional<ProcessHandle> running() {
        try {
            Path pid = layout.pid(name);
            return Files.exists(pid)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                            .filter(ProcessHandle::isAlive)
                            .filter(p -> p.info()
                                    .commandLine()
                                    .map(line -> line.contains("takt.cli.Takt " + command))
                                    .orElse(true))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void stop() {
        running().ifPresent(process -> {
            process.destroy();
            try {
                process.onExit().get(10, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            Files.deleteIfExists(layout.pid(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
