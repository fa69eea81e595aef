package takt.cli.stack.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import takt.cli.stack.StackLayout;
import takt.cli.stack.issuer.Issuer;

@Command(
        name = "issue",
        hidden = true,
        mixinStandardHelpOptions = true,
        description =
                "Check passwords and issue tokens for the page, until it is stopped. `takt up` starts it; the key and the logins are those of FOLDER/keys.")
public final class IssueCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Option(names = "--host", description = "Address to listen at (default: ${DEFAULT-VALUE}).")
    String host = "127.0.0.1";

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        StackLayout layout = stack.layout();
        try (Issuer issuer = new Issuer(
                layout,
                host,
                layout.issuerPort(),
                Clock.systemUTC(),
                spec.commandLine().getOut())) {
            spec.commandLine().getOut().printf("The issuer listens on port %d%n", issuer.port());
            spec.commandLine().getOut().flush();
            Thread.currentThread().join(); // until it is stopped
        }
        return 0;
    }
}
