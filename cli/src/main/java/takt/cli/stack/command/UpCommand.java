package takt.cli.stack.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import takt.cli.source.Sample;
import takt.cli.stack.Logins;
import takt.cli.stack.Stack;
import takt.cli.stack.StackLayout;

@Command(name = "up", mixinStandardHelpOptions = true, description = "Start the local stack and keep it running.")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Spec
    CommandSpec spec;

    @Option(
            names = "--business-date",
            paramLabel = "DATE",
            description = "The date that weeks, zones and answer times rest on, YYYY-MM-DD (default: today).")
    String businessDate = "";

    @Override
    public Integer call() {
        StackLayout layout = stack.layout();
        PrintWriter out = spec.commandLine().getOut();
        Sample sample = new Sample(layout.home().resolve("samples"));
        List<Logins.Fresh> fresh = new Stack(layout).up(businessDate, sample.suppliers(), Sample.OEM, out);
        if (!fresh.isEmpty()) {
            out.println(
                    "Logins were made; their passwords are shown this once (`takt logins reset NAME` makes another):");
            LoginsCommand.show(fresh, out);
        } else {
            out.println("The logins are those of before; `takt logins reset planner` makes another password.");
        }
        out.printf("Takt is up: http://127.0.0.1:%d%n", layout.port("planner-ui"));
        out.printf("What is put into a kind's folder in %s is imported.%n", layout.drop());
        return 0;
    }
}
