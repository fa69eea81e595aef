package takt.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import takt.cli.client.Connection;
import takt.cli.client.TokenFile;
import takt.cli.stack.StackLayout;

/** A command that talks to the services as whoever logged in. */
abstract class ServiceCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Spec
    CommandSpec spec;

    /** The exit status. */
    abstract int run(Connection connection, PrintWriter out);

    @Override
    public final Integer call() {
        StackLayout layout = stack.layout();
        PrintWriter out = spec.commandLine().getOut();
        try (Connection connection = new Connection(layout, new TokenFile(layout).require())) {
            return run(connection, out);
        } finally {
            out.flush();
        }
    }
}
