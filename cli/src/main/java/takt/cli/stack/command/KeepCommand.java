package takt.cli.stack.command;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import takt.cli.stack.Stack;
import takt.cli.stack.StackLayout;

@Command(
        name = "keep",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Start again what dies of the local stack, until it is stopped. `takt up` starts it.")
public final class KeepCommand implements Callable<Integer> {

    private static final int PAUSE_MILLIS = 2_000;

    @Mixin
    StackOptions stack = new StackOptions();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        StackLayout layout = stack.layout();
        Stack kept = new Stack(layout);
        var keeper = kept.keeper(spec.commandLine().getOut());
        while (Files.isDirectory(layout.keys())) { // a state folder that was deleted needs no keeper
            kept.inTurn(keeper::look);
            Thread.sleep(PAUSE_MILLIS);
        }
        return 0;
    }
}
