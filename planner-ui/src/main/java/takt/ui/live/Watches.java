package takt.ui.live;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;
import takt.proto.capacity.v1.AlertServiceGrpc;
import takt.proto.capacity.v1.WatchAlertsRequest;
import takt.proto.forecast.v1.ForecastFeedServiceGrpc;
import takt.proto.forecast.v1.WatchForecastFeedRequest;
import takt.proto.sharing.v1.PublicationServiceGrpc;
import takt.proto.sharing.v1.WatchPublicationsRequest;
import takt.proto.type.v1.FeedEvent;
import takt.proto.type.v1.Heartbeat;
import takt.ui.bridge.Service;
import takt.ui.bridge.Upstream;

/** The three feeds in one form. */
@ApplicationScoped
class Watches {

    /** One of the two. */
    record Item(boolean isEvent, FeedEvent event, Heartbeat heartbeat) {}

    private final Upstream upstream;

    Watches(Upstream upstream) {
        this.upstream = upstream;
    }

    /** @param after the last entry that is known; where there is none, only what comes */
    Multi<Item> of(Service service, OptionalLong after, String token, Duration longest) {
        long sequence = after.orElse(0);
        boolean isNew = after.isEmpty();
        return switch (service) {
            case FORECAST ->
                upstream.watch(
                                service,
                                ForecastFeedServiceGrpc.getWatchForecastFeedMethod(),
                                WatchForecastFeedRequest.newBuilder()
                                        .setAfterSequence(sequence)
                                        .setOnlyNew(isNew)
                                        .build(),
                                token,
                                longest)
                        .map(item -> new Item(item.hasEvent(), item.getEvent(), item.getHeartbeat()));
            case SHARING ->
                upstream.watch(
                                service,
                                PublicationServiceGrpc.getWatchPublicationsMethod(),
                                WatchPublicationsRequest.newBuilder()
                                        .setAfterSequence(sequence)
                                        .setOnlyNew(isNew)
                                        .build(),
                                token,
                                longest)
                        .map(item -> new Item(item.hasEvent(), item.getEvent(), item.getHeartbeat()));
            case CAPACITY ->
                upstream.watch(
                                service,
                                AlertServiceGrpc.getWatchAlertsMethod(),
                                WatchAlertsRequest.newBuilder()
                                        .setAfterSequence(sequence)
                                        .setOnlyNew(isNew)
                                        .build(),
                                token,
                                longest)
                        .map(item -> new Item(item.hasEvent(), item.getEvent(), item.getHeartbeat()));
        };
    }
}
