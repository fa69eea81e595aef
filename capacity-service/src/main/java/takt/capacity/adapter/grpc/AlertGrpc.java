package takt.capacity.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import takt.capacity.matching.Gap;
import takt.capacity.matching.GapKind;
import takt.capacity.usecase.port.AlertStore;
import takt.kit.Ids;
import takt.kit.Mirror;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.kit.feed.Feed;
import takt.kit.page.Page;
import takt.proto.capacity.v1.AcknowledgeAlertRequest;
import takt.proto.capacity.v1.AcknowledgeAlertResponse;
import takt.proto.capacity.v1.Alert;
import takt.proto.capacity.v1.AlertKind;
import takt.proto.capacity.v1.AlertService;
import takt.proto.capacity.v1.AlertState;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.capacity.v1.ListAlertsResponse;
import takt.proto.capacity.v1.WatchAlertsRequest;
import takt.proto.capacity.v1.WatchAlertsResponse;

@GrpcService
public class AlertGrpc implements AlertService {

    private static final Mirror<AlertKind, GapKind> KINDS = Mirror.of(AlertKind.class, GapKind.class);
    private static final Mirror<AlertState, takt.capacity.alert.Alert.State> STATES =
            Mirror.of(AlertState.class, takt.capacity.alert.Alert.State.class);

    private static final String UNKNOWN = "ALERT_UNKNOWN";

    private final AlertStore alerts;
    private final Feed feed;
    private final Callers callers;

    AlertGrpc(AlertStore alerts, Feed feed, Callers callers) {
        this.alerts = alerts;
        this.feed = feed;
        this.callers = callers;
    }

    @Override
    @RolesAllowed({Roles.SUPPLIER, Roles.PLANNER, Roles.OPERATOR, Roles.DATA_SCIENTIST})
    public Uni<ListAlertsResponse> listAlerts(ListAlertsRequest request) {
        return callers.current().chain(caller -> {
            int size = Page.size(request.getPageSize(), 50, 200);
            int offset = Page.afterOffset(request.getPageToken());
            return alerts.list(caller.audience(), request.getPart(), request.getIncludeResolved(), offset, size)
                    .map(found -> {
                        ListAlertsResponse.Builder page = ListAlertsResponse.newBuilder();
                        found.forEach(a -> page.addAlerts(message(a)));
                        return page.setNextPageToken(Page.next(found, size, offset))
                                .build();
                    });
        });
    }

    @Override
    @RolesAllowed(Roles.PLANNER)
    public Uni<AcknowledgeAlertResponse> acknowledgeAlert(AcknowledgeAlertRequest request) {
        return callers.current()
                .chain(caller -> require(request.getAlertId())
                        .invoke(alert -> {
                            if (alert.resolvedAt().isPresent()) {
                                throw new TaktException(
                                        Category.PRECONDITION,
                                        "ALERT_RESOLVED",
                                        "The alert (%s) was resolved at %s."
                                                .formatted(
                                                        alert.id(),
                                                        alert.resolvedAt().get()));
                            }
                        })
                        .chain(alert -> alerts.acknowledge(alert, caller)))
                .chain(() -> require(request.getAlertId()))
                .map(alert -> AcknowledgeAlertResponse.newBuilder()
                        .setAlert(message(alert))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.SUPPLIER, Roles.PLANNER, Roles.OPERATOR, Roles.DATA_SCIENTIST})
    public Multi<WatchAlertsResponse> watchAlerts(WatchAlertsRequest request) {
        return callers.current()
                .onItem()
                .transformToMulti(caller -> feed.watch(
                        new Feed.From(request.getAfterSequence(), request.getOnlyNew()),
                        caller,
                        event ->
                                WatchAlertsResponse.newBuilder().setEvent(event).build(),
                        beat -> WatchAlertsResponse.newBuilder()
                                .setHeartbeat(beat)
                                .build()));
    }

    private Uni<takt.capacity.alert.Alert> require(String id) {
        return alerts.find(Ids.existing(id, UNKNOWN, "alert"))
                .map(found -> found.orElseThrow(() -> TaktException.notFound(UNKNOWN, "alert", id)));
    }

    private static Alert message(takt.capacity.alert.Alert alert) {
        Gap gap = alert.gap();
        return Alert.newBuilder()
                .setId(alert.id().toString())
                .setKind(KINDS.contract(gap.kind()))
                .setState(STATES.contract(alert.state()))
                .setSupplier(gap.supplier().value())
                .setSubject(gap.cause().subject())
                .addAllParts(gap.parts())
                .setFirstWeek(gap.weeks().get(0).toString())
                .setWeeks(gap.weeks().size())
                .setGap(AnswerMessages.quantity(gap.gap()))
                .setDemand(AnswerMessages.quantity(gap.demand()))
                .setCritical(gap.cause().critical())
                .setMessage(AlertWords.of(gap))
                .setOpenedAt(alert.openedAt().toString())
                .setProbability(gap.cause().chance())
                .build();
    }
}
