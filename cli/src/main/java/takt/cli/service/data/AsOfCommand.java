package takt.cli.service.data;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.GetPartHistoryResponse;
import takt.proto.forecast.v1.GetProductionScheduleRequest;
import takt.proto.forecast.v1.GetProductionScheduleResponse;
import takt.proto.forecast.v1.PartServiceGrpc;

@Command(
        name = "as-of",
        mixinStandardHelpOptions = true,
        description = "Show what was known at the end of a day (UTC), corrections of later days undone.")
public final class AsOfCommand extends ServiceCommand {

    /** What to show. */
    static final class Subject {

        @Option(names = "--part", paramLabel = "PART", description = "Its demand as known then.")
        String part = "";

        @Option(names = "--line", paramLabel = "LINE", description = "Its production schedule as believed then.")
        String line = "";
    }

    @Parameters(paramLabel = "DATE", description = "YYYY-MM-DD")
    LocalDate date = LocalDate.EPOCH;

    @ArgGroup(multiplicity = "1")
    Subject subject = new Subject();

    @Option(
            names = "--loaded-later",
            description = "With --line: also schedules that were issued by then and imported later.")
    boolean loadedLater;

    @Override
    protected int run(Connection connection, PrintWriter out) {
        var stub = connection.within(60, PartServiceGrpc.newBlockingStub(connection.forecast()));
        String end = date.plusDays(1)
                .atStartOfDay()
                .minusNanos(1000)
                .toInstant(ZoneOffset.UTC)
                .toString();
        if (!subject.part.isEmpty()) {
            print(
                    stub.getPartHistory(GetPartHistoryRequest.newBuilder()
                            .setPart(subject.part)
                            .setKnownAt(end)
                            .build()),
                    out);
        } else {
            print(
                    stub.getProductionSchedule(GetProductionScheduleRequest.newBuilder()
                            .setLine(subject.line)
                            .setIssuedBy(date.toString())
                            .setKnownAt(loadedLater ? "" : end)
                            .build()),
                    out);
        }
        return 0;
    }

    private void print(GetPartHistoryResponse answer, PrintWriter out) {
        answer.getHistoriesList().forEach(history -> {
            out.printf("%s at %s%n", subject.part, history.getSite());
            history.getPointsList()
                    .forEach(p -> out.printf(
                            "  %s %12s %s%n",
                            p.getBucket(),
                            amount(p.getQuantity().getThousandths()),
                            p.getQuantity().getUnit()));
        });
        if (answer.getHistoriesCount() == 0) {
            out.printf("Nothing was known of the demand for %s at the end of %s.%n", subject.part, date);
        }
    }

    private void print(GetProductionScheduleResponse answer, PrintWriter out) {
        if (answer.getVolumesCount() == 0) {
            out.printf(
                    "No schedule of %s was known at the end of %s.%s%n",
                    QuarantineTables.shown(subject.line), date, loadedLater ? "" : " Maybe add --loaded-later.");
            return;
        }
        out.printf("%s as issued on %s%n", subject.line, answer.getIssued());
        answer.getVolumesList()
                .forEach(v -> out.printf("  %s %12s vehicles%n", v.getBucket(), amount(v.getThousandths())));
    }

    private static String amount(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
