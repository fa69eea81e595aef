package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.Output;

@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description = "Propose what the unknown codes in quarantine may mean.")
final class SuggestCodes extends ServiceCommand {

    @Mixin
    Output output = new Output();

    @Override
    protected int run(Connection connection, PrintWriter out) {
        CrossReferenceClient.Suggestions suggestions = new CrossReferenceClient(connection).suggest();
        output.print(suggestions.all(), out, all -> table(suggestions, out));
        return 0;
    }

    private static void table(CrossReferenceClient.Suggestions suggestions, PrintWriter out) {
        suggestions
                .all()
                .forEach(s -> out.printf(
                        Locale.ROOT,
                        "  %s `%s` looks like `%s`, %.0f %%; %d %s. %s%n",
                        XrefCommand.kind(s.getReference()),
                        QuarantineTables.shown(s.getReference().getCode()),
                        s.getReference().getMeans(),
                        100 * s.getLikeness(),
                        s.getRows(),
                        s.getRows() == 1 ? "row waits" : "rows wait",
                        s.getReason()));
        if (suggestions.without() > 0) {
            out.printf("  %d more codes are like nothing that is known.%n", suggestions.without());
        }
        if (suggestions.all().isEmpty()) {
            out.println("There is nothing to propose.");
        }
    }
}
