package takt.cli.demo;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import takt.cli.service.Connection;
import takt.cli.service.Patience;
import takt.proto.capacity.v1.Alert;
import takt.proto.capacity.v1.AlertServiceGrpc;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.capacity.v1.WatchAlertsRequest;
import takt.proto.capacity.v1.WatchAlertsResponse;

/** What came of the matching. */
final class DemoMatching {

    private static final int WATCH_SECONDS = 3600;

    private static final Duration SILENCE = Duration.ofMinutes(5);

    private DemoMatching() {}

    /** Follows capacity's feed until a matching has seen the last change; goes on where it was when the feed breaks off. */
    static String awaitMatching(Connection planner) {
        Patience patience = new Patience(SILENCE, "The matching");
        long changed = 0;
        long matched = 0;
        long seen = 0;
        while (true) {
            try {
                Iterator<WatchAlertsResponse> feed = planner.within(
                                WATCH_SECONDS, AlertServiceGrpc.newBlockingStub(planner.capacity()))
                        .watchAlerts(WatchAlertsRequest.newBuilder()
                                .setAfterSequence(seen)
                                .build());
                while (feed.hasNext()) {
                    WatchAlertsResponse item = feed.next();
                    if (item.hasHeartbeat() && matched > changed) {
                        return "%d alerts are open".formatted(alerts(planner).size());
                    }
                    if (item.hasEvent()) {
                        patience.heard();
                        seen = item.getEvent().getSequence();
                    }
                    switch (item.getEvent().getKind()) {
                        case "COMMITMENTS_CHANGED", "CAPACITY_CHANGED", "DEMAND_CHANGED" -> changed = seen;
                        case "MATCHING_FINISHED" -> matched = seen;
                        default -> {}
                    }
                }
                patience.pause("the service ended its feed");
            } catch (StatusRuntimeException e) {
                patience.pause(e);
            }
        }
    }

    static List<Alert> alerts(Connection planner) {
        return planner.within(60, AlertServiceGrpc.newBlockingStub(planner.capacity()))
                .listAlerts(ListAlertsRequest.newBuilder().setPageSize(200).build())
                .getAlertsList();
    }
}
