package takt.cli.service.version;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.JsonRows;
import takt.cli.term.Output;
import takt.cli.term.UserError;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.GroupForecast;
import takt.proto.forecast.v1.GroupLevel;
import takt.proto.forecast.v1.ListForecastVersionsRequest;
import takt.proto.forecast.v1.StreamGroupForecastsRequest;
import takt.proto.forecast.v1.StreamGroupForecastsResponse;

@Command(
        name = "groups",
        mixinStandardHelpOptions = true,
        description = "Show what families, plants and everything add up to in a version: the next three buckets.")
public final class GroupsCommand extends ServiceCommand {

    enum Level {
        family,
        plant,
        all
    }

    private static final int SHOWN = 3;
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    @Option(names = "--level", paramLabel = "LEVEL", description = "${COMPLETION-CANDIDATES} (default: each)")
    @Nullable
    Level level;

    @Option(names = "--version-number", paramLabel = "N", description = "Which version (default: the newest).")
    int number;

    @Mixin
    Output output = new Output();

    @Override
    protected int run(Connection connection, PrintWriter out) {
        var stub = connection.within(60, ForecastVersionServiceGrpc.newBlockingStub(connection.forecast()));
        ForecastVersion version = stub
                .listForecastVersions(ListForecastVersionsRequest.newBuilder()
                        .setPageSize(200)
                        .build())
                .getVersionsList()
                .stream()
                .filter(v -> number == 0 || v.getNumber() == number)
                .findFirst()
                .orElseThrow(() -> new UserError(
                        number == 0
                                ? "There is no version yet. Maybe `./takt train`."
                                : "There is no version %d among the newest 200.".formatted(number)));
        Iterator<StreamGroupForecastsResponse> groups =
                stub.streamGroupForecasts(StreamGroupForecastsRequest.newBuilder()
                        .setVersionId(version.getId())
                        .setLevel(
                                level == null
                                        ? GroupLevel.GROUP_LEVEL_UNSPECIFIED
                                        : GroupLevel.valueOf(
                                                "GROUP_LEVEL_" + level.name().toUpperCase(Locale.ROOT)))
                        .build());
        if (output.isJson()) {
            try (JsonRows json = new JsonRows(out)) {
                groups.forEachRemaining(g -> json.add(Map.of("version", version.getNumber()), g.getGroup()));
            }
            return 0;
        }
        out.printf("Version %d, mean and 0.1 to 0.9 quantile of the next %d buckets%n", version.getNumber(), SHOWN);
        groups.forEachRemaining(g -> print(g.getGroup(), version.getLevelsList(), out));
        return 0;
    }

    private static void print(GroupForecast group, List<Double> levels, PrintWriter out) {
        out.printf(
                "  %-6s %-18s %6d parts  from %s ",
                group.getLevel().name().substring("GROUP_LEVEL_".length()).toLowerCase(Locale.ROOT),
                group.getName(),
                group.getParts(),
                group.getFirstBucket());
        for (int h = 0; h < Math.min(SHOWN, group.getMeanCount()); h++) {
            out.printf(
                    Locale.ROOT,
                    "  %,.0f [%,.0f, %,.0f]",
                    group.getMean(h),
                    group.getQuantiles(h * levels.size() + levels.indexOf(LOW)),
                    group.getQuantiles(h * levels.size() + levels.indexOf(HIGH)));
        }
        out.println(" " + group.getUnit());
    }
}
