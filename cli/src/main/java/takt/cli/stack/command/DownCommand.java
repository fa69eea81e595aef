package takt.cli.stack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import takt.cli.stack.Stack;

@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop the local stack; its data stay.")
public final class DownCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        new Stack(stack.layout()).down();
        spec.commandLine().getOut().println("Takt is down.");
        return 0;
    }
}
