package takt.capacity.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Supplier;
import takt.capacity.alert.Care;
import takt.capacity.usecase.port.AlertStore;
import takt.kit.Ids;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.kit.feed.Feed;
import takt.kit.page.Page;
import takt.proto.capacity.v1.AcknowledgeAlertRequest;
import takt.proto.capacity.v1.AcknowledgeAlertResponse;
import takt.proto.capacity.v1.Alert;
import takt.proto.capacity.v1.AlertService;
import takt.proto.capacity.v1.AssignAlertRequest;
import takt.proto.capacity.v1.AssignAlertResponse;
import takt.proto.capacity.v1.ListAlertStepsRequest;
import takt.proto.capacity.v1.ListAlertStepsResponse;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.capacity.v1.ListAlertsResponse;
import takt.proto.capacity.v1.ReopenAlertRequest;
import takt.proto.capacity.v1.ReopenAlertResponse;
import takt.proto.capacity.v1.WatchAlertsRequest;
import takt.proto.capacity.v1.WatchAlertsResponse;

@GrpcService
public class AlertGrpc implements AlertService {

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
                        found.forEach(a -> page.addAlerts(AlertMessages.message(a, caller.audience())));
                        return page.setNextPageToken(Page.next(found, size, offset))
                                .build();
                    });
        });
    }

    @Override
    @RolesAllowed(Roles.PLANNER)
    public Uni<AcknowledgeAlertResponse> acknowledgeAlert(AcknowledgeAlertRequest request) {
        return take(request.getAlertId(), () -> AlertMessages.acknowledged(request))
                .map(alert ->
                        AcknowledgeAlertResponse.newBuilder().setAlert(alert).build());
    }

    @Override
    @RolesAllowed(Roles.PLANNER)
    public Uni<ReopenAlertResponse> reopenAlert(ReopenAlertRequest request) {
        return take(request.getAlertId(), Care.Reopened::new)
                .map(alert -> ReopenAlertResponse.newBuilder().setAlert(alert).build());
    }

    @Override
    @RolesAllowed(Roles.PLANNER)
    public Uni<AssignAlertResponse> assignAlert(AssignAlertRequest request) {
        return take(request.getAlertId(), () -> AlertMessages.assigned(request))
                .map(alert -> AssignAlertResponse.newBuilder().setAlert(alert).build());
    }

    private Uni<Alert> take(String id, Supplier<Care.Step> step) {
        return callers.current()
                .chain(caller -> require(id)
                        .chain(alert -> alerts.take(alert, step.get(), caller))
                        .map(alert -> {
                            if (alert.resolvedAt().isPresent()) {
                                throw new TaktException(
                                        Category.PRECONDITION,
                                        "ALERT_RESOLVED",
                                        "The alert (%s) was resolved at %s."
                                                .formatted(
                                                        alert.id(),
                                                        alert.resolvedAt().get()));
                            }
                            return AlertMessages.message(alert, caller.audience());
                        }));
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.OPERATOR, Roles.DATA_SCIENTIST})
    public Uni<ListAlertStepsResponse> listAlertSteps(ListAlertStepsRequest request) {
        return Uni.createFrom()
                .deferred(() -> require(request.getAlertId()))
                .chain(alert -> alerts.steps(alert.id()))
                .map(steps -> ListAlertStepsResponse.newBuilder()
                        .addAllSteps(steps.stream().map(AlertMessages::step).toList())
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
}
