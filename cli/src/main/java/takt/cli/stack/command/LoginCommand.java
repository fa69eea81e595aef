package takt.cli.stack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import takt.cli.stack.Keys;
import takt.cli.stack.Login;
import takt.cli.stack.Logins;
import takt.cli.stack.StackLayout;
import takt.cli.stack.TokenFile;

@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        description = "Log in to the local stack; later commands use the stored token.")
public final class LoginCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "planner, data-scientist, operator, or a supplier, for example alder-brakes.")
    String name;

    @Override
    public Integer call() {
        StackLayout layout = stack.layout();
        Login login = new Logins(layout).require(name);
        new TokenFile(layout).store(new Keys(layout).token(login));
        spec.commandLine().getOut().printf("Logged in as %s (%s) for twelve hours.%n", login.name(), login.role());
        return 0;
    }
}
