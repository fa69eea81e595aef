package takt.cli.service;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import takt.cli.stack.StackLayout;
import takt.cli.stack.TokenFile;
import takt.cli.stack.command.StackOptions;

/** A command that talks to the services as whoever logged in. */
public abstract class ServiceCommand implements Callable<Integer> {

    @Mixin
    public StackOptions stack = new StackOptions();

    @Spec
    protected CommandSpec spec;

    /** The exit status. */
    protected abstract int run(Connection connection, PrintWriter out);

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
