package takt.forecast.adapter.grpc.version;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.feed.Feed;
import takt.proto.forecast.v1.ForecastFeedService;
import takt.proto.forecast.v1.WatchForecastFeedRequest;
import takt.proto.forecast.v1.WatchForecastFeedResponse;

@GrpcService
public class FeedGrpc implements ForecastFeedService {

    private final Feed feed;
    private final Callers callers;

    FeedGrpc(Feed feed, Callers callers) {
        this.feed = feed;
        this.callers = callers;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR, Roles.SERVICE})
    public Multi<WatchForecastFeedResponse> watchForecastFeed(WatchForecastFeedRequest request) {
        return callers.current()
                .onItem()
                .transformToMulti(caller -> feed.watch(
                        new Feed.From(request.getAfterSequence(), request.getOnlyNew()),
                        caller,
                        event -> WatchForecastFeedResponse.newBuilder()
                                .setEvent(event)
                                .build(),
                        beat -> WatchForecastFeedResponse.newBuilder()
                                .setHeartbeat(beat)
                                .build()));
    }
}
