package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.Output;
import takt.proto.ingest.v1.CrossReferenceRule;

@Command(name = "rules", mixinStandardHelpOptions = true, description = "List the saved rules.")
final class RulesCommand extends ServiceCommand {

    @Mixin
    Output output = new Output();

    @Override
    protected int run(Connection connection, PrintWriter out) {
        output.print(new CrossReferenceClient(connection).rules(), out, rules -> table(rules, out));
        return 0;
    }

    private static void table(Collection<CrossReferenceRule> rules, PrintWriter out) {
        rules.forEach(rule -> out.printf(
                "  %-7s %s%n",
                rule.getKind().name().substring("CODE_KIND_".length()).toLowerCase(Locale.ROOT),
                rule.getDifference()
                        .name()
                        .substring("SPELLING_DIFFERENCE_".length())
                        .toLowerCase(Locale.ROOT)));
        if (rules.isEmpty()) {
            out.println("No rule is saved; every spelling is asked about.");
        }
    }
}
