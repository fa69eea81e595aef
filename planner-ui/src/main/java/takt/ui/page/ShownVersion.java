package takt.ui.page;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.ListForecastVersionsRequest;
import takt.proto.forecast.v1.ListForecastVersionsResponse;
import takt.proto.forecast.v1.StreamForecastSeriesRequest;
import takt.proto.forecast.v1.VersionState;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.bridge.Service;

/** The version whose forecast is shown: the one that was chosen by its number, else the released one, else the newest. */
final class ShownVersion {

    private ShownVersion() {}

    /** The versions, and the series of a part in the one that is shown. */
    static Uni<List<Answer>> of(Asker asker, String number, String part) {
        return asker.ask(
                        Service.FORECAST,
                        ForecastVersionServiceGrpc.getListForecastVersionsMethod(),
                        ListForecastVersionsRequest.newBuilder()
                                .setPageSize(200)
                                .build())
                .chain(versions -> versions.of(ListForecastVersionsResponse.class)
                        .flatMap(page -> among(page.getVersionsList(), number))
                        .map(version -> series(asker, version, part).map(series -> List.of(versions, series)))
                        .orElseGet(() -> Uni.createFrom().item(List.of(versions))));
    }

    private static Uni<Answer> series(Asker asker, ForecastVersion version, String part) {
        return asker.ask(
                Service.FORECAST,
                ForecastVersionServiceGrpc.getStreamForecastSeriesMethod(),
                StreamForecastSeriesRequest.newBuilder()
                        .setVersionId(version.getId())
                        .setPart(part)
                        .build());
    }

    static Optional<ForecastVersion> among(List<ForecastVersion> newestFirst, String number) {
        Predicate<ForecastVersion> isWanted = number.isEmpty()
                ? v -> v.getState() == VersionState.VERSION_STATE_RELEASED
                : v -> String.valueOf(v.getNumber()).equals(number);
        Optional<ForecastVersion> wanted = newestFirst.stream().filter(isWanted).findFirst();
        return wanted.isPresent() || !number.isEmpty()
                ? wanted
                : newestFirst.stream().findFirst();
    }
}
