package takt.sharing.adapter.forecast;

import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kit.Mirror;
import takt.kit.caller.ServiceToken;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.kit.feed.EndedByReader;
import takt.kit.feed.Entry;
import takt.proto.forecast.v1.ForecastSeries;
import takt.proto.forecast.v1.GetForecastVersionRequest;
import takt.proto.forecast.v1.MutinyForecastFeedServiceGrpc.MutinyForecastFeedServiceStub;
import takt.proto.forecast.v1.MutinyForecastVersionServiceGrpc.MutinyForecastVersionServiceStub;
import takt.proto.forecast.v1.MutinyPartServiceGrpc.MutinyPartServiceStub;
import takt.proto.forecast.v1.StreamForecastSeriesRequest;
import takt.proto.forecast.v1.StreamPartNumbersRequest;
import takt.proto.forecast.v1.StreamPartNumbersResponse;
import takt.proto.forecast.v1.WatchForecastFeedRequest;
import takt.sharing.explosion.SeriesForecast;
import takt.sharing.usecase.port.ForecastDoor;

@ApplicationScoped
class GrpcForecastDoor implements ForecastDoor {

    private static final long SECONDS = 10;
    private static final long NUMBERS_SECONDS = 60;
    private static final long STREAM_MINUTES = 10;

    private final MutinyForecastFeedServiceStub feed;
    private final MutinyForecastVersionServiceStub versions;
    private final MutinyPartServiceStub parts;
    private final ServiceToken token;

    GrpcForecastDoor(
            @GrpcClient("forecast") MutinyForecastFeedServiceStub feed,
            @GrpcClient("forecast") MutinyForecastVersionServiceStub versions,
            @GrpcClient("forecast") MutinyPartServiceStub parts,
            ServiceToken token) {
        this.feed = feed;
        this.versions = versions;
        this.parts = parts;
        this.token = token;
    }

    /** Without a deadline: it is meant to stay open; the heartbeats tell that it is alive. */
    @Override
    public Multi<Entry> watch(long afterSequence) {
        WatchForecastFeedRequest request = WatchForecastFeedRequest.newBuilder()
                .setAfterSequence(afterSequence)
                .build();
        return Multi.createFrom()
                .deferred(() -> EndedByReader.stream(token.sign(feed), stub -> stub.watchForecastFeed(request)))
                .map(response -> response.hasEvent() ? Entry.of(response.getEvent()) : Entry.HEARTBEAT);
    }

    @Override
    public Uni<VersionHead> version(UUID id) {
        return Uni.createFrom()
                .deferred(() -> token.sign(versions)
                        .withDeadlineAfter(SECONDS, TimeUnit.SECONDS)
                        .getForecastVersion(GetForecastVersionRequest.newBuilder()
                                .setVersionId(id.toString())
                                .build()))
                .map(response -> new VersionHead(
                        id,
                        response.getVersion().getLevelsList().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        response.getVersion().getSeed()));
    }

    @Override
    public Uni<Set<String>> parts() {
        return Multi.createFrom()
                .deferred(() -> token.sign(parts)
                        .withDeadlineAfter(NUMBERS_SECONDS, TimeUnit.SECONDS)
                        .streamPartNumbers(StreamPartNumbersRequest.getDefaultInstance()))
                .onItem()
                .transformToIterable(StreamPartNumbersResponse::getPartsList)
                .collect()
                .asSet()
                .onFailure(StatusRuntimeException.class)
                .transform(failure -> new TaktException(
                        Category.UNAVAILABLE,
                        "FORECAST_SERVICE_UNAVAILABLE",
                        "The forecast service does not say which parts it knows (%s); try again soon."
                                .formatted(failure.getMessage())));
    }

    @Override
    public Multi<SeriesForecast> series(VersionHead version) {
        return Multi.createFrom()
                .deferred(() -> token.sign(versions)
                        .withDeadlineAfter(STREAM_MINUTES, TimeUnit.MINUTES)
                        .streamForecastSeries(StreamForecastSeriesRequest.newBuilder()
                                .setVersionId(version.id().toString())
                                .build()))
                .map(response -> series(response.getSeries(), version.levels().length));
    }

    private static SeriesForecast series(ForecastSeries message, int levels) {
        double[][] quantiles = new double[message.getMeanCount()][levels];
        for (int i = 0; i < message.getQuantilesCount(); i++) {
            quantiles[i / levels][i % levels] = message.getQuantiles(i);
        }
        return new SeriesForecast(
                new PartNumber(message.getPart()),
                new SiteId(message.getSite()),
                Mirror.CALENDAR.ours(message.getCalendar()).orElseThrow(),
                Mirror.CATEGORY.ours(message.getCategory()).orElseThrow(),
                UnitCode.valueOf(message.getUnit()),
                LocalDate.parse(message.getFirstBucket()),
                message.getMeanList().stream().mapToDouble(Double::doubleValue).toArray(),
                quantiles);
    }
}
