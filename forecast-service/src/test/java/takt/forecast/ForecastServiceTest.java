package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URL;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import takt.kit.TestStack;
import takt.proto.forecast.v1.CreateForecastVersionRequest;
import takt.proto.forecast.v1.ForecastFeedServiceGrpc;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.GetProductionScheduleRequest;
import takt.proto.forecast.v1.GetTrainingRunRequest;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ListForecastVersionsRequest;
import takt.proto.forecast.v1.ListPartsRequest;
import takt.proto.forecast.v1.PartServiceGrpc;
import takt.proto.forecast.v1.ReleaseForecastVersionRequest;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.StreamForecastSeriesRequest;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.forecast.v1.TrainingServiceGrpc;
import takt.proto.forecast.v1.VersionState;
import takt.proto.forecast.v1.WatchForecastFeedRequest;
import takt.proto.forecast.v1.WatchTrainingRunRequest;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.Rejection;

/** The running service with a real database, seen by its callers. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ForecastServiceTest {

    private static final String SITE = ForecastClient.SITE;

    @TestHTTPResource
    URL url;

    private ForecastClient client;
    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        client = new ForecastClient(url.getPort());
        channel = client.channel;
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void badRowsGoToTheReportAndGoodRowsAreKept() {
        client.master("A-1");
        ImportReport report = client.send(
                ImportKind.IMPORT_KIND_DEMAND,
                "part,site,month,demand",
                "A-1," + SITE + ",2001-01,412",
                "A-1," + SITE + ",2001-02,-5",
                "A-1," + SITE + ",2001-13,5",
                "A-9," + SITE + ",2001-02,5",
                "A-1,BPNS000000000XXX,2001-02,5",
                "A-1," + SITE + ",2001-03",
                "A-1," + SITE + ",2001-01,413",
                "A-1," + SITE + ",2001-03,7");
        assertThat(report.getAccepted()).isEqualTo(1);
        assertThat(report.getRejectionsList())
                .extracting(Rejection::getLine)
                .containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(report.getRejectionsList())
                .extracting(Rejection::getReason)
                .containsExactlyInAnyOrder(
                        "NEGATIVE_QUANTITY",
                        "DATE_INVALID",
                        "PART_UNKNOWN",
                        "SITE_UNKNOWN",
                        "MALFORMED_ROW",
                        "DUPLICATE_ROW", // two rows about January 2001, and neither is taken
                        "DUPLICATE_ROW");
        assertThat(report.getRejectionsList())
                .allSatisfy(r -> assertThat(r.getHelp()).isNotBlank());
        var history = ForecastClient.with(ForecastClient.planner(), PartServiceGrpc.newBlockingStub(channel))
                .getPartHistory(
                        GetPartHistoryRequest.newBuilder().setPart("A-1").build());
        assertThat(history.getHistories(0).getPointsList())
                .extracting(p -> p.getBucket() + "=" + p.getQuantity().getThousandths())
                .containsExactly("2001-03-01=7000");
    }

    @Test
    void theSameRowsAgainChangeNothingAndACorrectedRowIsANewRevision() {
        client.master("B-1");
        String[] rows = {"B-1," + SITE + ",2001-01,1", "B-1," + SITE + ",2001-02,2"};
        assertThat(client.send(ImportKind.IMPORT_KIND_DEMAND, "part,site,month,demand", rows)
                        .getAccepted())
                .isEqualTo(2);
        ImportReport again = client.send(ImportKind.IMPORT_KIND_DEMAND, "part,site,month,demand", rows);
        assertThat(again.getAccepted()).isZero();
        assertThat(again.getUnchanged()).isEqualTo(2);
        ImportReport corrected = client.send(
                ImportKind.IMPORT_KIND_DEMAND, "part,site,month,demand", rows[0], "B-1," + SITE + ",2001-02,3");
        assertThat(corrected.getAccepted()).isEqualTo(1);
    }

    @Test
    void whatWasKnownThenIsStillThereAfterACorrection() {
        client.master("B-2");
        var parts = ForecastClient.with(ForecastClient.planner(), PartServiceGrpc.newBlockingStub(channel));
        client.send(ImportKind.IMPORT_KIND_DEMAND, "part,site,month,demand", "B-2," + SITE + ",2001-01,412");
        String then = java.time.Instant.now().toString();
        client.send(
                ImportKind.IMPORT_KIND_DEMAND,
                "part,site,month,demand",
                "B-2," + SITE + ",2001-01,415",
                "B-2," + SITE + ",2001-02,7");
        var request = GetPartHistoryRequest.newBuilder().setPart("B-2");
        assertThat(points(parts.getPartHistory(request.build()))).containsExactly(415_000L, 7_000L);
        assertThat(points(parts.getPartHistory(request.setKnownAt(then).build())))
                .containsExactly(412_000L);
        assertThat(catchThrowableOfType(
                                StatusRuntimeException.class,
                                () -> parts.getPartHistory(
                                        request.setKnownAt("in March").build()))
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    private static List<Long> points(takt.proto.forecast.v1.GetPartHistoryResponse history) {
        return history.getHistories(0).getPointsList().stream()
                .map(p -> p.getQuantity().getThousandths())
                .toList();
    }

    @Test
    void whatWasBelievedOnTheThirdOfMarchIsTheScheduleIssuedBefore() {
        client.send(ImportKind.IMPORT_KIND_VEHICLE_LINES, "line,name", "BELIEF,Belief");
        String header = "issued,line,target_month,planned_units";
        client.send(ImportKind.IMPORT_KIND_PRODUCTION_SCHEDULE, header, "2001-02-28,BELIEF,2001-04,100");
        String then = java.time.Instant.now().toString();
        client.send(
                ImportKind.IMPORT_KIND_PRODUCTION_SCHEDULE,
                header,
                "2001-02-28,BELIEF,2001-04,101",
                "2001-03-31,BELIEF,2001-04,80");
        var parts = ForecastClient.with(ForecastClient.planner(), PartServiceGrpc.newBlockingStub(channel));
        var request =
                GetProductionScheduleRequest.newBuilder().setLine("BELIEF").setIssuedBy("2001-03-03");
        assertThat(parts.getProductionSchedule(request.build()).getVolumes(0).getThousandths())
                .as("with what was corrected since")
                .isEqualTo(101_000);
        var known = parts.getProductionSchedule(request.setKnownAt(then).build());
        assertThat(known.getIssued() + " " + known.getVolumes(0).getThousandths())
                .isEqualTo("2001-02-28 100000");
        assertThat(parts.getProductionSchedule(
                                request.clearKnownAt().clearIssuedBy().build())
                        .getIssued())
                .isEqualTo("2001-03-31");
        assertThat(parts.getProductionSchedule(request.setIssuedBy("1999-01-01").build())
                        .getIssued())
                .isEmpty();
    }

    @Test
    void theSameRequestGetsItsFirstReport() {
        UUID request = UUID.randomUUID();
        ImportReport first =
                client.send(ImportKind.IMPORT_KIND_SITES, request, true, "site,name", "BPNS0000000000C1,C");
        assertThat(client.send(ImportKind.IMPORT_KIND_SITES, request, true, "site,name", "BPNS0000000000C1,C"))
                .isEqualTo(first);
    }

    @Test
    void aStreamWithoutItsTrailerIsReportedAsCut() {
        ImportReport report =
                client.send(ImportKind.IMPORT_KIND_SITES, UUID.randomUUID(), false, "site,name", "BPNS0000000000D1,D");
        assertThat(report.getAccepted()).isEqualTo(1);
        assertThat(report.getRejectionsList()).extracting(Rejection::getReason).containsExactly("STREAM_CUT");
    }

    @Test
    void aWrongHeaderIsRefusedWithReasonAndField() throws Exception {
        StatusRuntimeException refused = catchThrowableOfType(
                StatusRuntimeException.class, () -> client.send(ImportKind.IMPORT_KIND_DEMAND, "part,qty", "A,1"));
        com.google.rpc.Status status = StatusProto.fromThrowable(refused);
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        ErrorInfo info = status.getDetails(0).unpack(ErrorInfo.class);
        assertThat(info.getReason()).isEqualTo("COLUMN_MISSING");
        assertThat(info.getDomain()).isEqualTo("forecast.takt");
        assertThat(status.getDetails(1)
                        .unpack(BadRequest.class)
                        .getFieldViolations(0)
                        .getField())
                .isEqualTo("columns");
    }

    @Test
    void trainingForecastsAndReleasesAVersionOnce() {
        client.master("T-1");
        String[] rows = new String[36];
        for (int m = 0; m < rows.length; m++) {
            rows[m] = "T-1,%s,%d-%02d,%d".formatted(SITE, 1998 + (m + 3) / 12, (m + 3) % 12 + 1, 10 + m % 3);
        }
        client.send(ImportKind.IMPORT_KIND_DEMAND, "part,site,month,demand", rows);
        var training = ForecastClient.with(ForecastClient.planner(), TrainingServiceGrpc.newBlockingStub(channel));
        String request = UUID.randomUUID().toString();
        TrainingRun run = training.startTrainingRun(StartTrainingRunRequest.newBuilder()
                        .setRequestId(request)
                        .build())
                .getRun();
        TrainingRun last = run;
        for (var states = training.watchTrainingRun(WatchTrainingRunRequest.newBuilder()
                        .setRunId(run.getId())
                        .build());
                states.hasNext(); ) {
            last = states.next().getRun();
        }
        assertThat(last.getState()).as(last.getProblem()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
        assertThat(last.getSnapshotHash()).hasSize(64);
        assertThat(training.startTrainingRun(StartTrainingRunRequest.newBuilder()
                                .setRequestId(request)
                                .build())
                        .getRun()
                        .getId())
                .isEqualTo(run.getId());

        var versions =
                ForecastClient.with(ForecastClient.planner(), ForecastVersionServiceGrpc.newBlockingStub(channel));
        CreateForecastVersionRequest create = CreateForecastVersionRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setRunId(run.getId())
                .build();
        ForecastVersion draft = versions.createForecastVersion(create).getVersion();
        assertThat(draft.getState()).isEqualTo(VersionState.VERSION_STATE_DRAFT);
        assertThat(versions.createForecastVersion(create).getVersion().getId()).isEqualTo(draft.getId());
        var series = versions.streamForecastSeries(StreamForecastSeriesRequest.newBuilder()
                        .setVersionId(draft.getId())
                        .setPart("T-1")
                        .build())
                .next()
                .getSeries();
        assertThat(series.getFirstBucket()).isEqualTo("2001-04-01");
        assertThat(series.getMeanList())
                .hasSize(12)
                .allSatisfy(mean -> assertThat(mean).isBetween(8.0, 14.0));
        assertThat(draft.getLevelsList())
                .as("tenths, and the limits of bands of 50 and 95 %")
                .containsExactly(0.025, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.975);
        assertThat(series.getQuantilesList()).hasSize(12 * 13);
        assertThat(series.getQuantilesList().subList(0, 13)).isSorted();

        var release = ReleaseForecastVersionRequest.newBuilder()
                .setVersionId(draft.getId())
                .build();
        assertThat(versions.releaseForecastVersion(release).getVersion().getState())
                .isEqualTo(VersionState.VERSION_STATE_RELEASED);
        assertThat(versions.releaseForecastVersion(release).getVersion().getState())
                .isEqualTo(VersionState.VERSION_STATE_RELEASED);
        ForecastVersion next = versions.createForecastVersion(create.toBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getVersion();
        versions.releaseForecastVersion(ReleaseForecastVersionRequest.newBuilder()
                .setVersionId(next.getId())
                .build());
        var page = versions.listForecastVersions(
                ListForecastVersionsRequest.newBuilder().setPageSize(2).build());
        assertThat(page.getVersionsList())
                .extracting(ForecastVersion::getState)
                .containsExactly(VersionState.VERSION_STATE_RELEASED, VersionState.VERSION_STATE_SUPERSEDED);
        assertThat(page.getVersions(0).getPredecessorId()).isEqualTo(draft.getId());
        assertThat(feedKinds().stream().filter("FORECAST_VERSION_RELEASED"::equals))
                .hasSize(2);
    }

    private List<String> feedKinds() {
        List<String> kinds = new java.util.ArrayList<>();
        Iterator<takt.proto.forecast.v1.WatchForecastFeedResponse> feed = ForecastClient.with(
                        ForecastClient.planner(), ForecastFeedServiceGrpc.newBlockingStub(channel))
                .watchForecastFeed(WatchForecastFeedRequest.getDefaultInstance());
        long expected = 1;
        for (var item = feed.next(); item.hasEvent(); item = feed.next()) {
            assertThat(item.getEvent().getSequence()).isEqualTo(expected++);
            kinds.add(item.getEvent().getKind());
        }
        return kinds;
    }

    private Status.Code listParts(String token) {
        var stub = PartServiceGrpc.newBlockingStub(channel);
        StatusRuntimeException refused = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> (token.isEmpty() ? stub : ForecastClient.with(token, stub))
                        .listParts(ListPartsRequest.getDefaultInstance()));
        return refused == null ? Status.Code.OK : refused.getStatus().getCode();
    }

    @Test
    void noCallWorksWithoutAValidToken() {
        assertThat(listParts("")).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(listParts("nonsense")).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(listParts(TestStack.expiredToken("planner"))).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(listParts(TestStack.forgedToken("planner"))).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(listParts(TestStack.token("foundry", "supplier", "BPNL00000000T201")))
                .isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(listParts(ForecastClient.planner())).isEqualTo(Status.Code.OK);
    }

    @Test
    void healthNeedsNoTokenAndMetricsDo() {
        RestAssured.given().get("/q/health/ready").then().statusCode(200);
        RestAssured.given().get("/q/metrics").then().statusCode(401);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        StatusRuntimeException missing = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> ForecastClient.with(ForecastClient.planner(), TrainingServiceGrpc.newBlockingStub(channel))
                        .getTrainingRun(GetTrainingRunRequest.newBuilder()
                                .setRunId("42")
                                .build()));
        assertThat(missing.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    }
}
