package takt.cli.service.data;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.proto.forecast.v1.CleansingServiceGrpc;
import takt.proto.forecast.v1.CleansingServiceGrpc.CleansingServiceBlockingStub;
import takt.proto.forecast.v1.CorrectionStanding;
import takt.proto.forecast.v1.DecideCorrectionsRequest;
import takt.proto.forecast.v1.ProposeCorrectionsRequest;
import takt.proto.forecast.v1.ProposeCorrectionsResponse;

@Command(
        name = "corrections",
        mixinStandardHelpOptions = true,
        description =
                "Look after demand that is not what was demanded: outliers, one-off orders, shutdowns, empty stocks. Forecasts read the corrections that were accepted or pinned.",
        subcommands = {
            CorrectionsCommand.Find.class,
            CorrectionList.class,
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

    static CleansingServiceBlockingStub stub(Connection connection, int seconds) {
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

    static String word(String name, String prefix) {
        return name.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String amount(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = "Let forecasts read the corrected value while the value beside it stays as it is.")
    static final class Accept extends CorrectionDecision {
        Accept() {
            super(CorrectionStanding.CORRECTION_STANDING_ACCEPTED);
        }
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Never use it and never propose it again.")
    static final class Reject extends CorrectionDecision {
        Reject() {
            super(CorrectionStanding.CORRECTION_STANDING_REJECTED);
        }
    }

    @Command(
            name = "pin",
            mixinStandardHelpOptions = true,
            description = "Let forecasts read the corrected value whatever comes for the bucket later.")
    static final class Pin extends CorrectionDecision {
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
            corrections.forEach(c -> request.addIds(CorrectionDecision.number(c)));
            out.printf(
                    "%d corrections are proposals again%n",
                    stub(connection, 60).decideCorrections(request.build()).getDecided());
            return 0;
        }
    }
}
