package takt.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import takt.cli.stack.Stack;

@Command(name = "status", mixinStandardHelpOptions = true, description = "Show what runs.")
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Spec
    CommandSpec spec;

    /** Exit status 0 when everything runs and is ready, 3 otherwise. */
    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        var status = new Stack(stack.layout()).status();
        status.forEach((name, state) -> out.printf("%-17s %s%n", name, state));
        return status.values().stream().allMatch(s -> s.startsWith("running") && !s.endsWith("not ready")) ? 0 : 3;
    }
}
