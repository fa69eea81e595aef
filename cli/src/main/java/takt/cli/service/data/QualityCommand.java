package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.JsonRows;
import takt.cli.term.Output;
import takt.proto.forecast.v1.AssessQualityRequest;
import takt.proto.forecast.v1.DataQualityServiceGrpc;
import takt.proto.forecast.v1.DataQualityServiceGrpc.DataQualityServiceBlockingStub;
import takt.proto.forecast.v1.GetPartQualityRequest;
import takt.proto.forecast.v1.GetQualityHistoryRequest;
import takt.proto.forecast.v1.ListQualityAlarmsRequest;
import takt.proto.forecast.v1.QualityAlarm;
import takt.proto.forecast.v1.QualityCard;
import takt.proto.forecast.v1.QualityScope;

@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description =
                "Measure how far data can be trusted: completeness, timeliness, validity, consistency, plausibility, by kind of fact and source. Exit status 3 when an alarm rings.")
public final class QualityCommand extends ServiceCommand {

    /** One of them, or neither. */
    static final class Of {

        @Option(names = "--part", required = true, paramLabel = "PART", description = "Of one part.")
        String part = "";

        @Option(
                names = "--history",
                required = true,
                paramLabel = "NAME",
                description = "Past scores of a kind or source, for example demand.")
        String name = "";
    }

    @Mixin
    Output output = new Output();

    @ArgGroup
    Of of = new Of();

    @Override
    protected int run(Connection connection, PrintWriter out) {
        DataQualityServiceBlockingStub stub =
                connection.within(600, DataQualityServiceGrpc.newBlockingStub(connection.forecast()));
        if (!of.part.isEmpty()) {
            QualityCard card = stub.getPartQuality(
                            GetPartQualityRequest.newBuilder().setPart(of.part).build())
                    .getCard();
            output.print(List.of(card), out, one -> card(card, out));
            return 0;
        }
        if (!of.name.isEmpty()) {
            history(stub, out);
            return 0;
        }
        var cards =
                stub.assessQuality(AssessQualityRequest.getDefaultInstance()).getCardsList();
        var alarms = stub.listQualityAlarms(ListQualityAlarmsRequest.getDefaultInstance())
                .getAlarmsList();
        if (output.isJson()) {
            try (JsonRows json = new JsonRows(out)) {
                cards.forEach(card -> json.add(Map.of("is", "card"), card));
                alarms.forEach(alarm -> json.add(Map.of("is", "alarm"), alarm));
            }
        } else {
            cards.forEach(card -> card(card, out));
            alarms.forEach(alarm -> alarm(alarm, out));
        }
        return alarms.isEmpty() ? 0 : 3;
    }

    private void history(DataQualityServiceBlockingStub stub, PrintWriter out) {
        QualityScope scope =
                of.name.contains(" from ") ? QualityScope.QUALITY_SCOPE_SOURCE : QualityScope.QUALITY_SCOPE_KIND;
        var points = stub.getQualityHistory(GetQualityHistoryRequest.newBuilder()
                        .setScope(scope)
                        .setName(of.name)
                        .build())
                .getPointsList();
        output.print(points, out, all -> {
            all.forEach(p -> out.printf(Locale.ROOT, "  %s  %5.1f%n", p.getAssessedAt(), p.getScore()));
            if (all.isEmpty()) {
                out.printf("Nothing was measured of %s yet.%n", QuarantineTables.shown(of.name));
            }
        });
    }

    private static void card(QualityCard card, PrintWriter out) {
        out.printf(Locale.ROOT, "%5.1f  %s%n", card.getScore(), QuarantineTables.shown(card.getName()));
        card.getMeasuresList()
                .forEach(m -> out.printf(
                        Locale.ROOT,
                        "         %5.1f %% %-12s  %s%n",
                        100 * m.getShare(),
                        m.getDimension()
                                .name()
                                .substring("QUALITY_DIMENSION_".length())
                                .toLowerCase(Locale.ROOT),
                        QuarantineTables.shown(m.getReason())));
    }

    private static void alarm(QualityAlarm alarm, PrintWriter out) {
        out.printf(
                "  ALARM since %s: %s. %s%n",
                alarm.getSince(), QuarantineTables.shown(alarm.getName()), QuarantineTables.shown(alarm.getWords()));
    }
}
