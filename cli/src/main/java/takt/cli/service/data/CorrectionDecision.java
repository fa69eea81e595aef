package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.UserError;
import takt.proto.forecast.v1.CorrectionFilter;
import takt.proto.forecast.v1.CorrectionStanding;
import takt.proto.forecast.v1.DecideCorrectionsRequest;

/** Gives corrections a standing. */
abstract class CorrectionDecision extends ServiceCommand {

    @Mixin
    CorrectionChoice which = new CorrectionChoice();

    @Option(names = "--all", description = "All proposals, or with --part or --method all those.")
    boolean all;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, at most 500 characters.")
    String note = "";

    @Parameters(arity = "0..*", paramLabel = "CORRECTION", description = "For example C12.")
    List<String> corrections = List.of();

    private final CorrectionStanding standing;

    CorrectionDecision(CorrectionStanding standing) {
        this.standing = standing;
    }

    @Override
    protected int run(Connection connection, PrintWriter out) {
        if (all == !corrections.isEmpty()) {
            throw new UserError("Name corrections, for example C12, or add --all.");
        }
        if (!all && !which.filter().equals(CorrectionFilter.getDefaultInstance())) {
            throw new UserError("The options --part and --method go with --all.");
        }
        DecideCorrectionsRequest.Builder request =
                DecideCorrectionsRequest.newBuilder().setStanding(standing).setNote(note);
        if (all) {
            request.setFilter(which.filter());
        }
        corrections.forEach(c -> request.addIds(number(c)));
        long decided = CorrectionsCommand.stub(connection, 600)
                .decideCorrections(request.build())
                .getDecided();
        out.printf(
                "%d corrections are %s now%n",
                decided, CorrectionsCommand.word(standing.name(), "CORRECTION_STANDING_"));
        return 0;
    }

    static long number(String text) {
        if (!text.matches("[Cc]\\d{1,18}")) {
            throw new UserError("The correction (%s) must be C and a number, for example C12.".formatted(text));
        }
        return Long.parseLong(text.substring(1));
    }
}
