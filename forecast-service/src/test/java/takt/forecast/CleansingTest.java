package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import takt.kit.TestStack;
import takt.proto.forecast.v1.CleansingServiceGrpc;
import takt.proto.forecast.v1.CleansingServiceGrpc.CleansingServiceBlockingStub;
import takt.proto.forecast.v1.Correction;
import takt.proto.forecast.v1.CorrectionFilter;
import takt.proto.forecast.v1.CorrectionMethod;
import takt.proto.forecast.v1.CorrectionStanding;
import takt.proto.forecast.v1.CreateForecastVersionRequest;
import takt.proto.forecast.v1.DecideCorrectionsRequest;
import takt.proto.forecast.v1.ForecastSeries;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.GetTrainingRunRequest;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ListCorrectionsRequest;
import takt.proto.forecast.v1.ProposeCorrectionsRequest;
import takt.proto.forecast.v1.RunKind;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.StreamForecastSeriesRequest;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.forecast.v1.TrainingServiceGrpc;

/**
 * Four parts of about 100 a week over 40 weeks. In week 30 (2000-10-23) the plant was closed and SHUT had 40; in week
 * 31 EMPTY had none in stock and sold 10; in week 20 (2000-08-14) TYPO was booked with 1000, in week 10 ONCE with 400.
 */
@QuarkusTest
@TestProfile(CleansingTest.OwnDatabase.class)
@QuarkusTestResource(TestStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CleansingTest {

    /** A profile of its own starts a database of its own. */
    public static final class OwnDatabase implements QuarkusTestProfile {}

    private static final LocalDate FIRST = LocalDate.of(2000, 3, 27);

    @TestHTTPResource
    URL url;

    private ForecastClient client;
    private CleansingServiceBlockingStub cleansing;
    private String trained = "";
    private String first = "";

    @BeforeAll
    void demand() {
        client = new ForecastClient(url.getPort());
        cleansing = ForecastClient.with(ForecastClient.planner(), CleansingServiceGrpc.newBlockingStub(client.channel));
        client.master("SHUT", "EMPTY", "TYPO", "ONCE");
        List<String> rows = new ArrayList<>();
        rows.addAll(weeks("SHUT", Map.of(30, 40)));
        rows.addAll(weeks("EMPTY", Map.of(31, 10)));
        rows.addAll(weeks("TYPO", Map.of(20, 1000)));
        rows.addAll(weeks("ONCE", Map.of(10, 400)));
        client.send(ImportKind.IMPORT_KIND_DEMAND, "part,site,week,demand", rows.toArray(String[]::new));
        client.send(
                ImportKind.IMPORT_KIND_PLANT_CALENDAR,
                "site,week,working_days,what",
                ForecastClient.SITE + ",2000-W43,0,autumn holidays");
        client.send(
                ImportKind.IMPORT_KIND_INVENTORY,
                "part,site,day,stock",
                "EMPTY," + ForecastClient.SITE + ",2000-10-31,0");
    }

    @AfterAll
    void close() {
        client.close();
    }

    private static List<String> weeks(String part, Map<Integer, Integer> odd) {
        List<String> rows = new ArrayList<>();
        for (int w = 0; w < 54; w++) {
            int demand = odd.getOrDefault(w, 100 + (w * 7) % 5 - 2);
            rows.add("%s,%s,%s,%d".formatted(part, ForecastClient.SITE, FIRST.plusWeeks(w), demand));
        }
        return rows;
    }

    private Map<String, Correction> corrections() {
        return cleansing.listCorrections(ListCorrectionsRequest.newBuilder().build()).getCorrectionsList().stream()
                .collect(Collectors.toMap(Correction::getPart, Function.identity(), (older, newer) -> newer));
    }

    private long decide(CorrectionStanding standing, String... parts) {
        return cleansing
                .decideCorrections(DecideCorrectionsRequest.newBuilder()
                        .addAllIds(Arrays.stream(parts)
                                .map(part -> corrections().get(part).getId())
                                .toList())
                        .setStanding(standing)
                        .setNote("seen")
                        .build())
                .getDecided();
    }

    private String reason(Runnable call) throws Exception {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, call::run);
        return StatusProto.fromThrowable(refused)
                .getDetails(0)
                .unpack(ErrorInfo.class)
                .getReason();
    }

    private void propose(long proposed, long lapsed) {
        var answer = cleansing.proposeCorrections(ProposeCorrectionsRequest.getDefaultInstance());
        assertThat(answer.getProposed()).isEqualTo(proposed);
        assertThat(answer.getLapsed()).isEqualTo(lapsed);
    }

    @Test
    @Order(1)
    void eachOddWeekIsProposedOnceWithItsReason() {
        propose(4, 0);
        propose(0, 0);
        assertThat(corrections()).hasSize(4);
        Correction shut = corrections().get("SHUT");
        assertThat(shut.getMethod()).isEqualTo(CorrectionMethod.CORRECTION_METHOD_SHUTDOWN);
        assertThat(shut.getBucket()).isEqualTo("2000-10-23");
        assertThat(shut.getOriginalThousandths()).isEqualTo(40_000);
        assertThat(shut.getCorrectedThousandths()).isEqualTo(100_000);
        assertThat(shut.getStanding()).isEqualTo(CorrectionStanding.CORRECTION_STANDING_PROPOSED);
        assertThat(shut.getReason()).contains("100 % of the working days");
        assertThat(shut.getCause().getCode()).isEqualTo("SHUTDOWN");
        assertThat(shut.getCause().getFiguresMap()).containsEntry("closed", 1.0);
        assertThat(corrections().get("EMPTY").getMethod()).isEqualTo(CorrectionMethod.CORRECTION_METHOD_STOCK_OUT);
        assertThat(corrections().get("TYPO").getMethod()).isEqualTo(CorrectionMethod.CORRECTION_METHOD_OUTLIER);
        assertThat(corrections().get("ONCE").getMethod()).isEqualTo(CorrectionMethod.CORRECTION_METHOD_ONE_OFF);
    }

    @Test
    @Order(2)
    void onlyWhatAPersonAcceptedOrPinnedIsRead() throws Exception {
        assertThat(series("TYPO").getCorrectionIdsList()).isEmpty();
        assertThat(decide(CorrectionStanding.CORRECTION_STANDING_ACCEPTED, "TYPO", "SHUT"))
                .isEqualTo(2);
        assertThat(decide(CorrectionStanding.CORRECTION_STANDING_PINNED, "ONCE"))
                .isEqualTo(1);
        assertThat(decide(CorrectionStanding.CORRECTION_STANDING_REJECTED, "EMPTY"))
                .isEqualTo(1);
        ForecastSeries typo = series("TYPO");
        first = trained;
        assertThat(typo.getCorrectionIdsList())
                .containsExactly(corrections().get("TYPO").getId());
        assertThat(typo.getExplanation()).contains("2000-08-14 1000 to 100, outlier");
        assertThat(typo.getLevelCausesList())
                .filteredOn(cause -> cause.getCode().equals("READ_CORRECTED"))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.getFiguresMap()).containsEntry("original", 1000.0);
                    assertThat(cause.getFiguresMap()).containsEntry("corrected", 100.0);
                    assertThat(cause.getNamesMap()).isEqualTo(Map.of("bucket", "2000-08-14", "method", "OUTLIER"));
                });
        assertThat(typo.getMean(0)).isCloseTo(100, within(3.0));
        assertThat(series("EMPTY").getCorrectionIdsList()).isEmpty();
        propose(0, 0);
    }

    @Test
    @Order(3)
    void aCorrectedFactOvertakesAnAcceptedCorrectionAndNotAPinnedOne() throws Exception {
        client.send(
                ImportKind.IMPORT_KIND_DEMAND,
                "part,site,week,demand",
                "TYPO," + ForecastClient.SITE + ",2000-08-14,101",
                "ONCE," + ForecastClient.SITE + "," + FIRST.plusWeeks(10) + ",401");
        assertThat(series("TYPO").getCorrectionIdsList()).isEmpty();
        assertThat(series("ONCE").getCorrectionIdsList()).hasSize(1);
        // an earlier model was trained from what was known and decided then, and is still the same to the bit
        TrainingRun again = await(start(StartTrainingRunRequest.newBuilder()
                .setKind(RunKind.RUN_KIND_REPRODUCE)
                .setSubjectRunId(first)));
        assertThat(again.getReproduction().getDifferent()).isZero();
        assertThat(again.getReproduction().getSameSnapshot()).isTrue();
    }

    @Test
    @Order(4)
    void aProposalThatNoLongerHoldsLapsesAndADecisionCanBeUndone() throws Exception {
        propose(1, 0); // ONCE with 401 is another value
        client.send(
                ImportKind.IMPORT_KIND_DEMAND,
                "part,site,week,demand",
                "ONCE," + ForecastClient.SITE + "," + FIRST.plusWeeks(10) + ",100");
        propose(0, 1);
        assertThat(corrections().get("ONCE").getStanding()).isEqualTo(CorrectionStanding.CORRECTION_STANDING_LAPSED);
        assertThat(reason(() -> decide(CorrectionStanding.CORRECTION_STANDING_ACCEPTED, "ONCE", "SHUT")))
                .isEqualTo("CORRECTION_DECIDED");
        assertThat(corrections().get("SHUT").getStanding()).isEqualTo(CorrectionStanding.CORRECTION_STANDING_ACCEPTED);
        decide(CorrectionStanding.CORRECTION_STANDING_PROPOSED, "SHUT");
        assertThat(corrections().get("SHUT").getNote()).isEqualTo("seen");
        assertThat(cleansing
                        .decideCorrections(DecideCorrectionsRequest.newBuilder()
                                .setFilter(CorrectionFilter.newBuilder()
                                        .setMethod(CorrectionMethod.CORRECTION_METHOD_SHUTDOWN))
                                .setStanding(CorrectionStanding.CORRECTION_STANDING_ACCEPTED)
                                .build())
                        .getDecided())
                .isEqualTo(1);
    }

    @Test
    @Order(5)
    void aWeekAheadInWhichThePlantIsClosedHasNoForecastAndTheOthersKeepTheirs() throws Exception {
        client.send(
                ImportKind.IMPORT_KIND_PLANT_CALENDAR,
                "site,week,working_days,what",
                ForecastClient.SITE + ",2001-04-16,0,Easter",
                ForecastClient.SITE + ",2001-04-23,4,a bridging day");
        ForecastSeries shut = series("SHUT"); // begins with the week of 2 April 2001
        assertThat(shut.getFirstBucket()).isEqualTo("2001-04-02");
        assertThat(shut.getMean(1)).isCloseTo(100, within(3.0));
        assertThat(shut.getMean(2)).isZero();
        assertThat(shut.getQuantilesList().subList(2 * 13, 3 * 13)).containsOnly(0.0);
        assertThat(shut.getMean(3)).as("models know what a short week takes").isCloseTo(100, within(3.0));
        assertThat(shut.getExplanation()).contains("closed in 1 bucket ahead (2001-04-16)");
    }

    @Test
    @Order(6)
    void whatCannotBeMeantIsRefused() throws Exception {
        assertThat(reason(() -> cleansing.decideCorrections(DecideCorrectionsRequest.newBuilder()
                        .setStanding(CorrectionStanding.CORRECTION_STANDING_ACCEPTED)
                        .build())))
                .isEqualTo("CORRECTION_MISSING");
        assertThat(reason(() -> cleansing.decideCorrections(DecideCorrectionsRequest.newBuilder()
                        .addIds(999)
                        .setStanding(CorrectionStanding.CORRECTION_STANDING_ACCEPTED)
                        .build())))
                .isEqualTo("CORRECTION_UNKNOWN");
        assertThat(reason(() -> cleansing.decideCorrections(DecideCorrectionsRequest.newBuilder()
                        .addIds(1)
                        .setStanding(CorrectionStanding.CORRECTION_STANDING_LAPSED)
                        .build())))
                .isEqualTo("STANDING_INVALID");
        var supplier = ForecastClient.with(
                TestStack.token("foundry", "supplier", "BPNL00000000T201"),
                CleansingServiceGrpc.newBlockingStub(client.channel));
        assertThat(catchThrowableOfType(
                                StatusRuntimeException.class,
                                () -> supplier.proposeCorrections(ProposeCorrectionsRequest.getDefaultInstance()))
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.PERMISSION_DENIED);
    }

    private TrainingRun start(StartTrainingRunRequest.Builder request) {
        return ForecastClient.with(ForecastClient.planner(), TrainingServiceGrpc.newBlockingStub(client.channel))
                .startTrainingRun(
                        request.setRequestId(UUID.randomUUID().toString()).build())
                .getRun();
    }

    private ForecastSeries series(String part) throws InterruptedException {
        trained = await(start(StartTrainingRunRequest.newBuilder().addAllModels(List.of("ma-12", "ses"))))
                .getId();
        var versions = ForecastClient.with(
                ForecastClient.planner(), ForecastVersionServiceGrpc.newBlockingStub(client.channel));
        String version = versions.createForecastVersion(CreateForecastVersionRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getVersion()
                .getId();
        return versions.streamForecastSeries(StreamForecastSeriesRequest.newBuilder()
                        .setVersionId(version)
                        .setPart(part)
                        .build())
                .next()
                .getSeries();
    }

    private TrainingRun await(TrainingRun run) throws InterruptedException {
        var training =
                ForecastClient.with(ForecastClient.planner(), TrainingServiceGrpc.newBlockingStub(client.channel));
        TrainingRun now = run;
        while (now.getState() == RunState.RUN_STATE_QUEUED || now.getState() == RunState.RUN_STATE_RUNNING) {
            Thread.sleep(100);
            now = training.getTrainingRun(GetTrainingRunRequest.newBuilder()
                            .setRunId(run.getId())
                            .build())
                    .getRun();
        }
        assertThat(now.getState()).as(now.getProblem()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
        return now;
    }
}
