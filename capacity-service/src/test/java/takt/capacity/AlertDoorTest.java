package takt.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import takt.capacity.alert.AlertChange;
import takt.capacity.matching.Gap;
import takt.capacity.matching.GapCause;
import takt.capacity.usecase.port.AlertStore;
import takt.kernel.PartnerId;
import takt.kernel.Quantity;
import takt.kernel.UnitCode;
import takt.kit.TestStack;
import takt.proto.capacity.v1.AcknowledgeAlertRequest;
import takt.proto.capacity.v1.Alert;
import takt.proto.capacity.v1.AlertServiceGrpc;
import takt.proto.capacity.v1.AlertState;
import takt.proto.capacity.v1.AlertStep;
import takt.proto.capacity.v1.AlertStepKind;
import takt.proto.capacity.v1.AssignAlertRequest;
import takt.proto.capacity.v1.ListAlertStepsRequest;
import takt.proto.capacity.v1.ListAlertsRequest;
import takt.proto.capacity.v1.ReopenAlertRequest;

/** A planner looks after an alert; who does and what he says stays in the house. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class AlertDoorTest {

    /** Of this test alone: all tests of the service share its tables. */
    private static final String SUPPLIER = "BPNL00000000ALE1";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    AlertStore alerts;

    private Door door;

    @BeforeEach
    void open() {
        door = Door.at(port);
    }

    @AfterEach
    void close() {
        door.close();
    }

    private AlertServiceGrpc.AlertServiceBlockingStub as(String role, String partner) {
        return Door.as(role, partner, AlertServiceGrpc.newBlockingStub(door.channel()));
    }

    private AlertServiceGrpc.AlertServiceBlockingStub planner() {
        return as("planner", "BPNL00000000OEM0");
    }

    private void matched(List<Gap> gaps) {
        alerts.match(
                        new PartnerId(SUPPLIER),
                        s -> AlertChange.between(s.unresolved(), gaps, Instant.EPOCH, UUID::randomUUID))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Alert shown(AlertServiceGrpc.AlertServiceBlockingStub stub) {
        return stub.listAlerts(ListAlertsRequest.newBuilder().setPart("DOOR-1").build())
                .getAlerts(0);
    }

    private static Status.Code refused(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call)
                .getStatus()
                .getCode();
    }

    @Test
    void aPlannerLooksAfterAnAlertAndTheSupplierLearnsThatSomebodyDoes() {
        matched(List.of(new Gap(
                "door",
                new GapCause.AboveMaximum("Line 1", false),
                new PartnerId(SUPPLIER),
                List.of("DOOR-1"),
                List.of(Examples.FIRST),
                Quantity.of(10, UnitCode.H87),
                Quantity.of(100, UnitCode.H87))));
        String id = shown(planner()).getId();
        planner()
                .acknowledgeAlert(AcknowledgeAlertRequest.newBuilder()
                        .setAlertId(id)
                        .setNote(" second shift asked for ")
                        .build());
        planner()
                .assignAlert(AssignAlertRequest.newBuilder()
                        .setAlertId(id)
                        .setOwner("pavel")
                        .setDue("2001-04-06")
                        .build());
        Alert house = shown(planner());
        assertThat(house.getState()).isEqualTo(AlertState.ALERT_STATE_ACKNOWLEDGED);
        assertThat(house.getAcknowledgedBy()).isEqualTo("test");
        assertThat(house.getNote()).isEqualTo("second shift asked for");
        assertThat(house.getOwner()).isEqualTo("pavel");
        assertThat(house.getDue()).isEqualTo("2001-04-06");
        Alert supplier = shown(as("supplier", SUPPLIER));
        assertThat(supplier.getAcknowledgedAt()).isEqualTo(house.getAcknowledgedAt());
        assertThat(supplier.toString()).doesNotContain("test", "pavel", "shift", "2001-04-06");

        assertThat(planner()
                        .reopenAlert(
                                ReopenAlertRequest.newBuilder().setAlertId(id).build())
                        .getAlert()
                        .getState())
                .isEqualTo(AlertState.ALERT_STATE_OPEN);
        ListAlertStepsRequest steps =
                ListAlertStepsRequest.newBuilder().setAlertId(id).build();
        assertThat(planner().listAlertSteps(steps).getStepsList())
                .extracting(AlertStep::getKind)
                .containsExactly(
                        AlertStepKind.ALERT_STEP_KIND_ACKNOWLEDGED,
                        AlertStepKind.ALERT_STEP_KIND_ASSIGNED,
                        AlertStepKind.ALERT_STEP_KIND_REOPENED);
        assertThat(refused(() -> as("supplier", SUPPLIER).listAlertSteps(steps)))
                .isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(refused(() -> as("supplier", SUPPLIER)
                        .assignAlert(
                                AssignAlertRequest.newBuilder().setAlertId(id).build())))
                .isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(refused(() -> planner()
                        .assignAlert(AssignAlertRequest.newBuilder()
                                .setAlertId(id)
                                .setDue("6 April")
                                .build())))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused(() -> planner()
                        .acknowledgeAlert(AcknowledgeAlertRequest.newBuilder()
                                .setAlertId(id)
                                .setNote("x".repeat(501))
                                .build())))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused(() -> planner()
                        .reopenAlert(ReopenAlertRequest.newBuilder()
                                .setAlertId(UUID.randomUUID().toString())
                                .build())))
                .isEqualTo(Status.Code.NOT_FOUND);
        matched(List.of());
        assertThat(refused(() -> planner()
                        .reopenAlert(
                                ReopenAlertRequest.newBuilder().setAlertId(id).build())))
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
    }
}
