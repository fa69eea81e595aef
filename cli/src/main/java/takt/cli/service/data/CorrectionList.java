package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.JsonRows;
import takt.cli.term.Output;
import takt.proto.cause.CauseWords;
import takt.proto.forecast.v1.Correction;
import takt.proto.forecast.v1.CorrectionStanding;
import takt.proto.forecast.v1.ListCorrectionsRequest;
import takt.proto.forecast.v1.ListCorrectionsResponse;

@Command(name = "list", mixinStandardHelpOptions = true, description = "List corrections.")
final class CorrectionList extends ServiceCommand {

    @Mixin
    CorrectionChoice which = new CorrectionChoice();

    @Option(names = "--standing", paramLabel = "STANDING", description = "${COMPLETION-CANDIDATES} (default: all)")
    CorrectionsCommand.@Nullable Standing standing;

    @Mixin
    Output output = new Output();

    @Override
    protected int run(Connection connection, PrintWriter out) {
        if (!output.isJson()) {
            each(connection, correction -> line(correction, out));
            return 0;
        }
        try (JsonRows json = new JsonRows(out)) {
            each(connection, json::add);
        }
        return 0;
    }

    private void each(Connection connection, Consumer<Correction> correction) {
        ListCorrectionsRequest.Builder request =
                ListCorrectionsRequest.newBuilder().setFilter(which.filter()).setPageSize(200);
        if (standing != null) {
            request.setStanding(CorrectionStanding.valueOf(
                    "CORRECTION_STANDING_" + standing.name().toUpperCase(Locale.ROOT)));
        }
        String token = "";
        do {
            ListCorrectionsResponse page = CorrectionsCommand.stub(connection, 60)
                    .listCorrections(request.setPageToken(token).build());
            page.getCorrectionsList().forEach(correction);
            token = page.getNextPageToken();
        } while (!token.isEmpty());
    }

    private static void line(Correction c, PrintWriter out) {
        out.printf(
                "  C%-6d %-8s %s %s: %s -> %s  %s. %s%s%n",
                c.getId(),
                CorrectionsCommand.word(c.getStanding().name(), "CORRECTION_STANDING_"),
                QuarantineTables.shown(c.getPart()),
                c.getBucket(),
                CorrectionsCommand.amount(c.getOriginalThousandths()),
                CorrectionsCommand.amount(c.getCorrectedThousandths()),
                CorrectionsCommand.word(c.getMethod().name(), "CORRECTION_METHOD_"),
                CauseWords.of(c.getCause()),
                c.getDecidedBy().isEmpty() || c.getNote().isEmpty()
                        ? ""
                        : "  (%s: %s)".formatted(c.getDecidedBy(), QuarantineTables.shown(c.getNote())));
    }
}
