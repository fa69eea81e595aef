package takt.cli.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command that watches the drop folder, as a process of its own. */
final class DropProcess {

    private static final String NAME = "drop";

    private final StackLayout layout;

    DropProcess(StackLayout layout) {
        this.layout = layout;
    }

    void start() {
        if (running().isPresent()) {
            return;
        }
        try {
            Files.createDirectories(layout.log(NAME).getParent());
            ProcessBuilder builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(layout.log(NAME).toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            Files.writeString(layout.pid(NAME), String.valueOf(builder.start().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.exists(Path.of("/usr/bin/nohup"))) {
            command.add("nohup"); // a closed terminal must not end the stack
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                // short: the system tells only the first 4,096 characters of a command line
                layout.home().resolve("cli/target/classes") + ":"
                        + layout.home().resolve("cli/target/lib") + "/*",
                "takt.cli.Takt",
                NAME,
                "--state",
                layout.state().toString(),
                "--port-base",
                String.valueOf(layout.portBase())));
        return command;
    }

    Optional<ProcessHandle> running() {
        try {
            Path pid = layout.pid(NAME);
            return Files.exists(pid)
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                            .filter(ProcessHandle::isAlive)
                            .filter(p -> p.info()
                                    .commandLine()
                                    .map(line -> line.contains("takt.cli.Takt"))
                                    .orElse(true))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void stop() {
        running().ifPresent(ProcessHandle::destroy);
        try {
            Files.deleteIfExists(layout.pid(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
