package takt.cli.service.data;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.JsonRows;
import takt.cli.term.Output;
import takt.cli.term.UserError;
import takt.proto.forecast.v1.CleansingServiceGrpc;
import takt.proto.forecast.v1.CleansingServiceGrpc.CleansingServiceBlockingStub;
import takt.proto.forecast.v1.Correction;
import takt.proto.forecast.v1.CorrectionFilter;
import takt.proto.forecast.v1.CorrectionMethod;
import takt.proto.forecast.v1.CorrectionStanding;
import takt.proto.forecast.v1.DecideCorrectionsRequest;
import takt.proto.forecast.v1.ListCorrectionsRequest;
import takt.proto.forecast.v1.ListCorrectionsResponse;
import takt.proto.forecast.v1.ProposeCorrectionsRequest;
import takt.proto.forecast.v1.ProposeCorrectionsResponse;

@Command(
        name = "corrections",
        mixinStandardHelpOptions = true,
        description =
                "Look after demand that is not what was demanded: outliers, one-off orders, shutdowns, empty stocks. Forecasts read the corrections that were accepted or pinned.",
        subcommands = {
            CorrectionsCommand.Find.class,
            CorrectionsCommand.ListThem.class,
            CorrectionsCommand.Accept.class,
            CorrectionsCommand.Reject.class,
            CorrectionsCommand.Pin.class,
            CorrectionsCommand.Undo.class
        })
public final class CorrectionsCommand {

    enum Method {
        shutdown,
        stock_out,
        one_off,
        outlier
    }

    enum Standing {
        proposed,
        accepted,
        rejected,
        pinned,
        lapsed
    }

    /** Which corrections a command means. */
    static final class Which {

        @Option(names = "--part", paramLabel = "PART", description = "Only those of the part.")
        String part = "";

        @Option(names = "--method", paramLabel = "METHOD", description = "${COMPLETION-CANDIDATES} (default: all)")
        @Nullable
        Method method;

        CorrectionFilter filter() {
            CorrectionFilter.Builder filter = CorrectionFilter.newBuilder().setPart(part);
            if (method != null) {
                filter.setMethod(CorrectionMethod.valueOf(
                        "CORRECTION_METHOD_" + method.name().toUpperCase(Locale.ROOT)));
            }
            return filter.build();
        }
    }

    private static CleansingServiceBlockingStub stub(Connection connection, int seconds) {
        return connection.within(seconds, CleansingServiceGrpc.newBlockingStub(connection.forecast()));
    }

    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = "Look at all demand and propose corrections.")
    static final class Find extends ServiceCommand {

        @Override
        protected int run(Connection connection, PrintWriter out) {
            ProposeCorrectionsResponse answer =
                    stub(connection, 1800).proposeCorrections(ProposeCorrectionsRequest.getDefaultInstance());
            out.printf("%d corrections proposed, %d lapsed%n", answer.getProposed(), answer.getLapsed());
            return 0;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List corrections.")
    static final class ListThem extends ServiceCommand {

        @Mixin
        Which which = new Which();

        @Option(names = "--standing", paramLabel = "STANDING", description = "${COMPLETION-CANDIDATES} (default: all)")
        @Nullable
        Standing standing;

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
            ListCorrectionsRequest.Builder request = ListCorrectionsRequest.newBuilder()
                    .setFilter(which.filter())
                    .setPageSize(200);
            if (standing != null) {
                request.setStanding(CorrectionStanding.valueOf(
                        "CORRECTION_STANDING_" + standing.name().toUpperCase(Locale.ROOT)));
            }
            String token = "";
            do {
                ListCorrectionsResponse page = stub(connection, 60)
                        .listCorrections(request.setPageToken(token).build());
                page.getCorrectionsList().forEach(correction);
                token = page.getNextPageToken();
            } while (!token.isEmpty());
        }

        private static void line(Correction c, PrintWriter out) {
            out.printf(
                    "  C%-6d %-8s %s %s: %s -> %s  %s. %s%s%n",
                    c.getId(),
                    word(c.getStanding().name(), "CORRECTION_STANDING_"),
                    QuarantineTables.shown(c.getPart()),
                    c.getBucket(),
                    amount(c.getOriginalThousandths()),
                    amount(c.getCorrectedThousandths()),
                    word(c.getMethod().name(), "CORRECTION_METHOD_"),
                    c.getReason(),
                    c.getDecidedBy().isEmpty() || c.getNote().isEmpty()
                            ? ""
                            : "  (%s: %s)".formatted(c.getDecidedBy(), QuarantineTables.shown(c.getNote())));
        }
    }

    private static String word(String name, String prefix) {
        return name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String amount(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }

    /** Gives corrections a standing. */
    abstract static class Decide extends ServiceCommand {

        @Mixin
        Which which = new Which();

        @Option(names = "--all", description = "All proposals, or with --part or --method all those.")
        boolean all;

        @Option(names = "--note", paramLabel = "TEXT", description = "Why, at most 500 characters.")
        String note = "";

        @Parameters(arity = "0..*", paramLabel = "CORRECTION", description = "For example C12.")
        List<String> corrections = List.of();

        private final CorrectionStanding standing;

        Decide(CorrectionStanding standing) {
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
            long decided =
                    stub(connection, 600).decideCorrections(request.build()).getDecided();
            out.printf("%d corrections are %s now%n", decided, word(standing.name(), "CORRECTION_STANDING_"));
            return 0;
        }

        private static long number(String text) {
            if (!text.matches("[Cc]\\d{1,18}")) {
                throw new UserError("The correction (%s) must be C and a number, for example C12.".formatted(text));
            }
            return Long.parseLong(text.substring(1));
        }
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = "Let forecasts read the corrected value while the value beside it stays as it is.")
    static final class Accept extends Decide {
        Accept() {
            super(CorrectionStanding.CORRECTION_STANDING_ACCEPTED);
        }
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Never use it and never propose it again.")
    static final class Reject extends Decide {
        Reject() {
            super(CorrectionStanding.CORRECTION_STANDING_REJECTED);
        }
    }

    @Command(
            name = "pin",
            mixinStandardHelpOptions = true,
            description = "Let forecasts read the corrected value whatever comes for the bucket later.")
    static final class Pin extends Decide {
        Pin() {
            super(CorrectionStanding.CORRECTION_STANDING_PINNED);
        }
    }

    @Command(name = "undo", mixinStandardHelpOptions = true, description = "Make it a proposal again.")
    static final class Undo extends ServiceCommand {

        @Parameters(arity = "1..*", paramLabel = "CORRECTION", description = "For example C12.")
        List<String> corrections = List.of();

        @Override
        protected int run(Connection connection, PrintWriter out) {
            DecideCorrectionsRequest.Builder request =
                    DecideCorrectionsRequest.newBuilder().setStanding(CorrectionStanding.CORRECTION_STANDING_PROPOSED);
            corrections.forEach(c -> request.addIds(Decide.number(c)));
            out.printf(
                    "%d corrections are proposals again%n",
                    stub(connection, 60).decideCorrections(request.build()).getDecided());
            return 0;
        }
    }
}
