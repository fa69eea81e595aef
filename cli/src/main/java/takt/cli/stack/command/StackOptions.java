package takt.cli.stack.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import takt.cli.stack.StackLayout;

/** Options of every command that deals with a stack. */
public final class StackOptions {

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "Folder of data, keys and logs (default: ${DEFAULT-VALUE}).")
    Path state = Path.of(
            System.getenv().getOrDefault("TAKT_STATE", System.getenv().getOrDefault("TAKT_HOME", ".") + "/.takt"));

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description =
                    "Port of the page; the services take the next three, PostgreSQL the one 32 higher, the issuer 33 (default: ${DEFAULT-VALUE}).")
    int portBase =
            Integer.parseInt(System.getenv().getOrDefault("TAKT_PORT_BASE", String.valueOf(StackLayout.DEFAULT_BASE)));

    public StackLayout layout() {
        return StackLayout.of(state, portBase);
    }
}
