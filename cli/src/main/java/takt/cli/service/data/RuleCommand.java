package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.proto.ingest.v1.CodeKind;
import takt.proto.ingest.v1.CrossReferenceRule;
import takt.proto.ingest.v1.SpellingDifference;

/** Saves or ends a rule. */
abstract class RuleCommand extends ServiceCommand {

    @Option(names = "--what", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES} (default: part)")
    XrefCommand.What what = XrefCommand.What.part;

    @Parameters(paramLabel = "DIFFERENCE", description = "${COMPLETION-CANDIDATES}")
    XrefCommand.Difference difference = XrefCommand.Difference.capitals;

    private final boolean holds;

    RuleCommand(boolean holds) {
        this.holds = holds;
    }

    @Override
    protected int run(Connection connection, PrintWriter out) {
        long landed = new CrossReferenceClient(connection)
                .rule(
                        CrossReferenceRule.newBuilder()
                                .setKind(CodeKind.valueOf(
                                        "CODE_KIND_" + what.name().toUpperCase(Locale.ROOT)))
                                .setDifference(SpellingDifference.valueOf("SPELLING_DIFFERENCE_"
                                        + difference.name().toUpperCase(Locale.ROOT)))
                                .build(),
                        holds);
        out.printf(
                "%s: %s %s%s%n",
                what,
                difference.name().replace('_', ' '),
                holds ? "need not be asked about" : "are asked about again",
                landed > 0 ? "; %d rows landed".formatted(landed) : "");
        return 0;
    }
}
