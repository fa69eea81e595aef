package takt.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line that starts this Java and goes on when its terminal is closed. */
final class JavaCommand {

    private JavaCommand() {}

    static List<String> of(String... arguments) {
        List<String> command = new ArrayList<>();
        if (Files.exists(Path.of("/usr/bin/nohup"))) {
            command.add("nohup");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
