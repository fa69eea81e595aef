package takt.cli.stack.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import takt.cli.stack.Logins;
import takt.cli.term.Grid;
import takt.cli.term.JsonRows;
import takt.cli.term.Output;

/** Who may log in to the local stack. */
@Command(
        name = "logins",
        mixinStandardHelpOptions = true,
        description = "List the logins of the local stack, or make, renew and remove one.")
public final class LoginsCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Mixin
    Output output = new Output();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        var all = new Logins(stack.layout()).all();
        if (output.isJson()) {
            try (JsonRows json = new JsonRows(out)) {
                all.forEach(l -> json.add(Map.of("name", l.name(), "role", l.role(), "partner", l.partner())));
            }
        } else {
            Grid grid = new Grid("name", "role", "partner");
            all.forEach(l -> grid.row(l.name(), l.role(), l.partner()));
            grid.print(out);
        }
        return 0;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Make a login; its password is shown once.")
    int add(
            @Mixin StackOptions where,
            @Parameters(paramLabel = "NAME", description = "For example bremsen-nord.") String name,
            @Option(names = "--role", required = true, description = "planner, data-scientist, operator or supplier.")
                    String role,
            @Option(
                            names = "--partner",
                            defaultValue = "",
                            paramLabel = "BPNL",
                            description = "The partner it speaks for; a supplier's must be named.")
                    String partner) {
        return show(List.of(new Logins(where.layout()).add(name, role, partner)));
    }

    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Give a login another password, which is shown once.")
    int reset(@Mixin StackOptions where, @Parameters(paramLabel = "NAME") String name) {
        return show(List.of(new Logins(where.layout()).reset(name)));
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Remove a login.")
    int remove(@Mixin StackOptions where, @Parameters(paramLabel = "NAME") String name) {
        new Logins(where.layout()).remove(name);
        return 0;
    }

    private int show(List<Logins.Fresh> fresh) {
        show(fresh, spec.commandLine().getOut());
        return 0;
    }

    static void show(List<Logins.Fresh> fresh, PrintWriter out) {
        fresh.forEach(f -> out.printf(
                "  %-24s %s  (%s)%n", f.login().name(), f.password(), f.login().role()));
        out.flush();
    }
}
