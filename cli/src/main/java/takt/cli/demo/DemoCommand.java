package takt.cli.demo;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import takt.cli.stack.Stack;
import takt.cli.stack.StackLayout;
import takt.cli.stack.command.StackOptions;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Run the main job on the sample OEM: import, train, forecast, publish, commit, match. Stays up until Ctrl-C.")
public final class DemoCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Option(names = "--exit", description = "Stop everything after the summary.")
    boolean exit;

    @Spec
    CommandSpec spec;

    /** Exit status 0 only when every step succeeded; whatever was started is stopped again. */
    @Override
    public Integer call() throws InterruptedException {
        StackLayout layout = stack.layout();
        PrintWriter out = spec.commandLine().getOut();
        new Stack(layout).requireDown();
        Thread stop = new Thread(() -> new Stack(layout).down(), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        new Demo(layout, out).run();
        if (!exit) {
            out.println("Ctrl-C stops everything; the data stay.");
            out.flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
