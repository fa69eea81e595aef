package takt.cli.stack.command;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import takt.cli.stack.Stack;
import takt.cli.term.Grid;
import takt.cli.term.JsonRows;
import takt.cli.term.Output;

@Command(name = "status", mixinStandardHelpOptions = true, description = "Show what runs.")
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Mixin
    Output output = new Output();

    @Spec
    CommandSpec spec;

    /** Exit status 0 when everything runs and is ready, 3 otherwise. */
    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        var status = new Stack(stack.layout()).status();
        if (output.isJson()) {
            try (JsonRows json = new JsonRows(out)) {
                status.forEach((name, state) -> json.add(Map.of("part", name, "state", state)));
            }
        } else {
            Grid grid = new Grid("", "");
            status.forEach(grid::row);
            grid.print(out);
        }
        return status.values().stream().allMatch(s -> s.startsWith("running") && !s.contains("not ready")) ? 0 : 3;
    }
}
