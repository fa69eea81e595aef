package takt.capacity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import takt.capacity.alert.Alert;
import takt.capacity.commitment.AskedLine;
import takt.capacity.usecase.MatchSuppliers;
import takt.capacity.usecase.port.AlertStore;
import takt.capacity.usecase.port.CommitmentStore;
import takt.capacity.usecase.port.SharingDoor;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.UnitCode;
import takt.kit.TestStack;
import takt.kit.caller.Audience;
import takt.proto.capacity.v1.CapacityGroup;
import takt.proto.capacity.v1.CapacityGroupServiceGrpc;
import takt.proto.capacity.v1.CapacityLink;
import takt.proto.capacity.v1.CommitmentAnswer;
import takt.proto.capacity.v1.CommitmentServiceGrpc;
import takt.proto.capacity.v1.DeclareCapacityGroupRequest;
import takt.proto.capacity.v1.ListCapacityGroupsRequest;
import takt.proto.capacity.v1.SubmitCommitmentsRequest;
import takt.proto.capacity.v1.SubmitCommitmentsResponse;
import takt.proto.capacity.v1.WeeklyCapacity;

/** The running service with a real database: answers over HTTP, and the alerts that follow. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class CapacityServiceTest {

    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    CommitmentStore commitments;

    @Inject
    AlertStore alerts;

    @Inject
    MatchSuppliers matching;

    private AskedLine asked(String supplier) {
        return asked(supplier, 1, List::of);
    }

    private AskedLine asked(String supplier, int number, Function<AskedLine, List<AskedLine>> lines) {
        UUID publication = UUID.randomUUID();
        AskedLine line = new AskedLine(
                UUID.randomUUID(),
                publication,
                true,
                new PartNumber("CASTING"),
                new PartnerId(supplier),
                Examples.WORKS,
                DemandCategory.SERIES,
                UnitCode.H87,
                Examples.FIRST,
                Examples.ANSWER_BY,
                0,
                new long[] {700_000, 700_000},
                new long[6],
                new double[] {0.1, 0.5, 0.9});
        commitments
                .take(
                        new SharingDoor.Pulled(
                                publication,
                                number,
                                line.supplier(),
                                Examples.FIRST,
                                Examples.ANSWER_BY,
                                line.levels(),
                                lines.apply(line)),
                        SEQUENCE.incrementAndGet())
                .await()
                .atMost(PATIENCE);
        return line;
    }

    private static ValidatableResponse put(String supplier, String body) {
        return given().auth()
                .oauth2(TestStack.token("system", "supplier", supplier))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/commitments")
                .then();
    }

    private static String answer(UUID request, UUID line, String week, String committed, String reason) {
        return """
                {"requestId": "%s", "answers": [{"lineId": "%s", "week": "%s", "committed": %s, "reason": "%s"}]}
                """.formatted(request, line, week, committed, reason);
    }

    private List<Alert> open(String supplier, int expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Alert> found = List.of();
        do {
            found = alerts.list(new Audience.Partner(new PartnerId(supplier)), "", false, 0, 50)
                    .await()
                    .atMost(PATIENCE);
        } while (found.size() != expected && System.nanoTime() < end);
        return found;
    }

    @Test
    void sixHundredOfSevenHundredOpensAnAlertAndTheFullAmountResolvesIt() {
        String supplier = "BPNL00000000AAA1";
        AskedLine line = asked(supplier);
        put(supplier, answer(UUID.randomUUID(), line.id(), "2001-04-02", "600", "CAPACITY"))
                .statusCode(200)
                .body("accepted", equalTo(1));
        List<Alert> found = open(supplier, 1);
        assertThat(found).singleElement().satisfies(a -> {
            assertThat(a.gap().gap()).hasToString("100 pieces");
            assertThat(a.gap().demand()).hasToString("700 pieces");
        });
        assertThat(alerts.list(new Audience.House(), "CASTING", false, 0, 50)
                        .await()
                        .atMost(PATIENCE))
                .isNotEmpty();
        put(supplier, answer(UUID.randomUUID(), line.id(), "2001-04-02", "700", ""))
                .statusCode(200)
                .body("accepted", equalTo(1));
        assertThat(open(supplier, 0)).isEmpty();
        assertThat(alerts.find(found.get(0).id())
                        .await()
                        .atMost(PATIENCE)
                        .orElseThrow()
                        .state())
                .isEqualTo(Alert.State.RESOLVED);
    }

    @Test
    void theSameRequestGetsItsFirstOutcomeAndTheSameAnswerChangesNothing() {
        String supplier = "BPNL00000000BBB1";
        AskedLine line = asked(supplier);
        UUID request = UUID.randomUUID();
        put(supplier, answer(request, line.id(), "2001-04-02", "700", ""))
                .statusCode(200)
                .body("accepted", equalTo(1));
        put(supplier, answer(request, line.id(), "2001-04-02", "700", ""))
                .statusCode(200)
                .body("accepted", equalTo(1));
        put(supplier, answer(UUID.randomUUID(), line.id(), "2001-04-02", "700", ""))
                .statusCode(200)
                .body("unchanged", equalTo(1));
        UUID refused = UUID.randomUUID();
        for (int time = 0; time < 2; time++) {
            put(supplier, answer(refused, line.id(), "2001-04-09", "1", ""))
                    .statusCode(200)
                    .body("refusals[0].reason", equalTo("REASON_MISSING"));
        }
    }

    @Test
    void aMalformedAnswerDoesNotHarmItsNeighbour() {
        String supplier = "BPNL00000000EEE1";
        AskedLine line = asked(supplier);
        String both = """
                {"requestId": "%s", "answers": [
                  {"lineId": "%s", "week": "2001-04-04", "committed": 700},
                  {"lineId": "%s", "week": "2001-04-09", "committed": 700}]}
                """.formatted(UUID.randomUUID(), line.id(), line.id());
        put(supplier, both)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("refusals[0].index", equalTo(0))
                .body("refusals[0].reason", equalTo("WEEK_INVALID"));
    }

    @Test
    void twoSuppliersMayChooseTheSameRequestId() {
        UUID request = UUID.randomUUID();
        for (String supplier : List.of("BPNL00000000FFF1", "BPNL00000000FFF2")) {
            AskedLine line = asked(supplier);
            put(supplier, answer(request, line.id(), "2001-04-02", "700", ""))
                    .statusCode(200)
                    .body("accepted", equalTo(1));
        }
    }

    @Test
    void aPublicationWithoutLinesEndsTheAlertsOfTheOneBefore() {
        String supplier = "BPNL00000000GGG1";
        AskedLine line = asked(supplier);
        put(supplier, answer(UUID.randomUUID(), line.id(), "2001-04-02", "600", "CAPACITY"))
                .statusCode(200);
        assertThat(open(supplier, 1)).hasSize(1);
        asked(supplier, 2, same -> List.of());
        matching.request(new PartnerId(supplier));
        assertThat(open(supplier, 0)).isEmpty();
    }

    @Test
    void somebodyElsesLineDoesNotExist() {
        AskedLine line = asked("BPNL00000000CCC1");
        put("BPNL00000000CCC2", answer(UUID.randomUUID(), line.id(), "2001-04-02", "700", ""))
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("refusals", hasSize(1))
                .body("refusals[0].reason", equalTo("LINE_UNKNOWN"));
    }

    @Test
    void whatCannotBeReadIsAProblemWithItsReason() {
        String supplier = "BPNL00000000DDD1";
        AskedLine line = asked(supplier);
        Map<String, String> unreadable = Map.of(
                answer(UUID.randomUUID(), line.id(), "2001-04-03", "700", ""), "WEEK_INVALID",
                answer(UUID.randomUUID(), line.id(), "2001-04-02", "0.0001", "CAPACITY"), "QUANTITY_TOO_FINE",
                answer(UUID.randomUUID(), line.id(), "2001-04-02", "-1", "CAPACITY"), "QUANTITY_NEGATIVE",
                answer(UUID.randomUUID(), line.id(), "2001-04-02", "1", "LAZINESS"), "REASON_UNKNOWN");
        unreadable.forEach((body, reason) -> put(supplier, body)
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("refusals[0].reason", equalTo(reason)));
        put(supplier, "{}").statusCode(400).contentType(containsString("problem+json"));
        put(supplier, "{ broken").statusCode(400);
    }

    private static <S extends AbstractStub<S>> S as(String role, String partner, S stub) {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + TestStack.token("system", role, partner));
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static SubmitCommitmentsResponse submit(
            ManagedChannel channel, String supplier, SubmitCommitmentsRequest request) {
        return as("supplier", supplier, CommitmentServiceGrpc.newBlockingStub(channel))
                .submitCommitments(request);
    }

    private static List<String> groups(ManagedChannel channel, String role, String partner) {
        return as(role, partner, CapacityGroupServiceGrpc.newBlockingStub(channel))
                .listCapacityGroups(
                        ListCapacityGroupsRequest.newBuilder().setPageSize(100).build())
                .getGroupsList()
                .stream()
                .map(CapacityGroup::getName)
                .toList();
    }

    @Test
    void aSupplierListsItsOwnCapacityGroupsAndTheHouseAll() {
        ManagedChannel channel = ManagedChannelBuilder.forAddress("localhost", port)
                .usePlaintext()
                .build();
        try {
            for (String supplier : List.of("BPNL00000000NNN1", "BPNL00000000NNN2")) {
                as("supplier", supplier, CapacityGroupServiceGrpc.newBlockingStub(channel))
                        .declareCapacityGroup(DeclareCapacityGroupRequest.newBuilder()
                                .setRequestId(UUID.randomUUID().toString())
                                .setGroup(CapacityGroup.newBuilder()
                                        .setId(UUID.randomUUID().toString())
                                        .setSupplier(supplier)
                                        .setName("Furnace of " + supplier)
                                        .setUnit("H87")
                                        .addLinks(CapacityLink.newBuilder()
                                                .setPart("A")
                                                .setCustomerSite("BPNS000000000001")
                                                .setCategory(takt.proto.type.v1.DemandCategory.DEMAND_CATEGORY_SERIES))
                                        .addWeeks(WeeklyCapacity.newBuilder()
                                                .setWeek("2001-04-02")
                                                .setActualThousandths(700_000)
                                                .setMaximumThousandths(800_000)))
                                .build());
            }
            assertThat(groups(channel, "supplier", "BPNL00000000NNN1")).containsExactly("Furnace of BPNL00000000NNN1");
            assertThat(groups(channel, "planner", "BPNL00000000OEM0"))
                    .contains("Furnace of BPNL00000000NNN1", "Furnace of BPNL00000000NNN2");
        } finally {
            channel.shutdownNow();
        }
    }

    private static SubmitCommitmentsRequest request(UUID id, UUID line, String week, long thousandths, int reason) {
        return SubmitCommitmentsRequest.newBuilder()
                .setRequestId(id.toString())
                .addAnswers(CommitmentAnswer.newBuilder()
                        .setLineId(line.toString())
                        .setWeek(week)
                        .setCommittedThousandths(thousandths)
                        .setReasonValue(reason))
                .build();
    }

    /** The same bad answer through both doors: one reader, one reason, one sentence. */
    @ParameterizedTest
    @CsvSource({
        "2001-04-03, 700000,                700,             0, '',          WEEK_INVALID", // a Tuesday
        "2001-W14,   700000,                700,             0, '',          WEEK_INVALID",
        "2001-04-02, -1000,                 -1,              1, CAPACITY,    QUANTITY_NEGATIVE",
        "2001-04-02, 9000000000000000001,   9000000000000000.001, 0, '',     QUANTITY_TOO_LARGE",
        "2001-04-02, 9000000000001000,      9000000000001,   0, '',          QUANTITY_TOO_LARGE",
        "2001-04-02, 1000,                  1,               77, 77,         REASON_UNKNOWN",
        "2001-04-02, 600000,                600,             0, '',          REASON_MISSING",
        "2002-04-01, 700000,                700,             0, '',          WEEK_OUTSIDE_PUBLICATION",
        "2001-04-02, 70800000,              70800,           0, '',          QUANTITY_IMPLAUSIBLE"
    })
    void theTwoDoorsAgreeOnEveryReason(
            String week, long thousandths, String amount, int reasonNumber, String reason, String expected) {
        String supplier = "BPNL00000000%04X".formatted(Math.abs((week + amount + reason).hashCode()) % 0xFFFF);
        AskedLine line = asked(supplier);
        ManagedChannel channel = ManagedChannelBuilder.forAddress("localhost", port)
                .usePlaintext()
                .build();
        try {
            var refusal = submit(
                            channel, supplier, request(UUID.randomUUID(), line.id(), week, thousandths, reasonNumber))
                    .getRefusals(0);
            assertThat(refusal.getReason()).isEqualTo(expected);
            put(supplier, answer(UUID.randomUUID(), line.id(), week, amount, reason))
                    .body("refusals[0].reason", equalTo(expected))
                    .body("refusals[0].message", equalTo(refusal.getMessage()));
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void aRequestIsTheSameByWhateverDoorItComesAgain() {
        String supplier = "BPNL00000000MMM1";
        AskedLine line = asked(supplier);
        UUID id = UUID.randomUUID();
        ManagedChannel channel = ManagedChannelBuilder.forAddress("localhost", port)
                .usePlaintext()
                .build();
        try {
            put(supplier, answer(id, line.id(), "2001-04-02", "700", "")).body("accepted", equalTo(1));
            SubmitCommitmentsResponse again =
                    submit(channel, supplier, request(id, line.id(), "2001-04-02", 700_000, 0));
            assertThat(again.getAccepted())
                    .as("the first outcome, not unchanged")
                    .isEqualTo(1);
            StatusRuntimeException reused = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> submit(channel, supplier, request(id, line.id(), "2001-04-02", 600_000, 1)));
            assertThat(reused.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void anAnswerThatIsNullNeitherHarmsNorHelps() {
        String body = "{\"requestId\": \"%s\", \"answers\": [%s]}";
        for (String answers : List.of("null", "{}", "{\"lineId\": null}", "{\"committed\": null}")) {
            put("BPNL00000000FFF1", body.formatted(UUID.randomUUID(), answers))
                    .statusCode(anyOf(equalTo(200), equalTo(400)))
                    .body(not(containsString("INTERNAL")));
        }
        put("BPNL00000000FFF1", body.formatted(UUID.randomUUID(), "null"))
                .statusCode(400)
                .contentType(containsString("problem+json"));
    }

    /** 700 are asked for; 70,000 are a hundred times as many and may be meant, 70,001 are asked about. */
    @Test
    void anAmountFarBeyondTheLineIsAskedAboutAndTakenWhenItIsSaidAgain() {
        String supplier = "BPNL00000000KKK1";
        AskedLine line = asked(supplier);
        put(supplier, answer(UUID.randomUUID(), line.id(), "2001-04-02", "70000", ""))
                .body("accepted", equalTo(1));
        put(supplier, answer(UUID.randomUUID(), line.id(), "2001-04-02", "70800", ""))
                .body("accepted", equalTo(0))
                .body("refusals[0].reason", equalTo("QUANTITY_IMPLAUSIBLE"));
        put(supplier, answer(UUID.randomUUID(), line.id(), "2001-04-02", "70800, \"confirmed\": true", ""))
                .body("accepted", equalTo(1));
    }

    @Test
    void aRequestIdIsNotUsedAgainForOtherAnswers() {
        String supplier = "BPNL00000000HHH1";
        AskedLine line = asked(supplier);
        UUID request = UUID.randomUUID();
        put(supplier, answer(request, line.id(), "2001-04-02", "700", "")).body("accepted", equalTo(1));
        put(supplier, answer(request, line.id(), "2001-04-02", "700", "")).body("accepted", equalTo(1));
        put(supplier, answer(request, line.id(), "2001-04-02", "300", "CAPACITY"))
                .statusCode(409)
                .body("title", equalTo("REQUEST_ID_REUSED"));
    }

    /** Questions are held to 64 kB, answers are not. */
    @Test
    void aThousandAnswersWithTheirCommentsAreTakenAtOnce() {
        String supplier = "BPNL00000000JJJ1";
        AskedLine line = asked(supplier);
        SubmitCommitmentsRequest.Builder request = SubmitCommitmentsRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString());
        for (int i = 0; i < 1_000; i++) {
            request.addAnswers(CommitmentAnswer.newBuilder()
                    .setLineId(line.id().toString())
                    .setWeek("2001-04-02")
                    .setCommittedThousandths(700_000)
                    .setComment("As agreed on the telephone, delivery in the morning. ".repeat(4)));
        }
        assertThat(request.build().getSerializedSize()).isGreaterThan(200_000);
        ManagedChannel channel = ManagedChannelBuilder.forAddress("localhost", port)
                .usePlaintext()
                .build();
        try {
            var answers = submit(channel, supplier, request.build());
            assertThat(answers.getAccepted() + answers.getUnchanged() + answers.getRefusalsCount())
                    .isPositive();
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void onlySuppliersAnswer() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .put("/api/v1/commitments")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestStack.token("planner", "planner", "BPNL00000000OEM0"))
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/api/v1/commitments")
                .then()
                .statusCode(403)
                .contentType(containsString("problem+json"))
                .body("title", equalTo("FORBIDDEN"));
    }
}
