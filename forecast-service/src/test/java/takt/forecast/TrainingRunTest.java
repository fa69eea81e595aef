package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import takt.engine.Training;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.series.SeriesKey;
import takt.engine.training.Fitting;
import takt.engine.tribuo.SeriesArchive;
import takt.engine.tribuo.TrainingIdentity;
import takt.forecast.snapshot.FixedFacts;
import takt.forecast.snapshot.Horizon;
import takt.forecast.snapshot.Shard;
import takt.forecast.usecase.training.port.RunStore;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.SnapshotSource;
import takt.kernel.BucketCalendar;
import takt.kit.TestStack;
import takt.proto.forecast.v1.Accuracy;
import takt.proto.forecast.v1.CancelTrainingRunRequest;
import takt.proto.forecast.v1.CompareModelsRequest;
import takt.proto.forecast.v1.CreateForecastVersionRequest;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc.ForecastVersionServiceBlockingStub;
import takt.proto.forecast.v1.GetModelRequest;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ListModelsRequest;
import takt.proto.forecast.v1.ListTrainingRunsRequest;
import takt.proto.forecast.v1.Model;
import takt.proto.forecast.v1.ModelServiceGrpc;
import takt.proto.forecast.v1.ModelServiceGrpc.ModelServiceBlockingStub;
import takt.proto.forecast.v1.ModelState;
import takt.proto.forecast.v1.PairedDifference;
import takt.proto.forecast.v1.PromoteModelRequest;
import takt.proto.forecast.v1.Promotion;
import takt.proto.forecast.v1.ResumeTrainingRunRequest;
import takt.proto.forecast.v1.RollbackModelRequest;
import takt.proto.forecast.v1.RunKind;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.forecast.v1.TrainingServiceGrpc;
import takt.proto.forecast.v1.TrainingServiceGrpc.TrainingServiceBlockingStub;
import takt.proto.forecast.v1.WatchTrainingRunRequest;

/** A data scientist's day: train, stop, go on, reproduce, compare, promote, go back. Three shards of parts. */
@QuarkusTest
@TestProfile(TrainingRunTest.OwnDatabase.class)
@QuarkusTestResource(TestStack.class)
@TestMethodOrder(OrderAnnotation.class)
class TrainingRunTest {

    /** A service of its own, so that the runs of other tests are not among these. */
    public static final class OwnDatabase implements QuarkusTestProfile {}

    private static final int PARTS = 600;
    private static final int MONTHS = 48;

    @TestHTTPResource
    URL url;

    @Inject
    Pool pool;

    @Inject
    RunStore runs;

    @Inject
    SnapshotSource facts;

    @Inject
    ShardStore shards;

    private ForecastClient client;

    @BeforeEach
    void connect() {
        client = new ForecastClient(url.getPort());
    }

    @AfterEach
    void close() {
        client.close();
    }

    private TrainingServiceBlockingStub training() {
        return ForecastClient.with(ForecastClient.scientist(), TrainingServiceGrpc.newBlockingStub(client.channel));
    }

    private ModelServiceBlockingStub models() {
        return ForecastClient.with(ForecastClient.scientist(), ModelServiceGrpc.newBlockingStub(client.channel));
    }

    private ForecastVersionServiceBlockingStub versions() {
        return ForecastClient.with(
                ForecastClient.planner(), ForecastVersionServiceGrpc.newBlockingStub(client.channel));
    }

    private TrainingRun start(StartTrainingRunRequest.Builder request) {
        return training()
                .startTrainingRun(
                        request.setRequestId(UUID.randomUUID().toString()).build())
                .getRun();
    }

    private TrainingRun finish(TrainingRun run) {
        TrainingRun last = run;
        for (var states = training()
                        .watchTrainingRun(WatchTrainingRunRequest.newBuilder()
                                .setRunId(run.getId())
                                .build());
                states.hasNext(); ) {
            last = states.next().getRun();
        }
        return last;
    }

    private TrainingRun succeed(StartTrainingRunRequest.Builder request) {
        TrainingRun run = finish(start(request));
        assertThat(run.getState()).as(run.getProblem()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
        return run;
    }

    private long count(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
    }

    private static Status.Code refusal(Runnable call) {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, call::run);
        return refused == null ? Status.Code.OK : refused.getStatus().getCode();
    }

    @Test
    @Order(1)
    void sixHundredPartsAreImported() {
        String[] names = new String[PARTS];
        List<String> rows = new ArrayList<>();
        Random random = new Random(7);
        for (int p = 0; p < PARTS; p++) {
            names[p] = "R-%04d".formatted(p);
            for (int m = 0; m < MONTHS; m++) {
                double season = 1 + 0.5 * Math.sin(2 * Math.PI * (m + p) / 12);
                long demand = p % 3 == 0
                        ? (random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0)
                        : Math.round(40 * season + 5 * random.nextGaussian());
                rows.add("%s,%s,%d-%02d,%d"
                        .formatted(
                                names[p],
                                ForecastClient.SITE,
                                1997 + (m + 3) / 12,
                                (m + 3) % 12 + 1,
                                Math.max(0, demand)));
            }
        }
        client.master(names);
        for (int from = 0; from < rows.size(); from += 2000) {
            assertThat(client.send(
                                    ImportKind.IMPORT_KIND_DEMAND,
                                    "part,site,month,demand",
                                    rows.subList(from, Math.min(rows.size(), from + 2000))
                                            .toArray(String[]::new))
                            .getRejected())
                    .isZero();
        }
    }

    @Test
    @Order(2)
    void aRunThatIsCancelledHalfWayGoesOnWhereItWasAndNoPartIsTrainedTwice() throws Exception {
        TrainingRun run = start(StartTrainingRunRequest.newBuilder());
        assertThat(refusal(() -> start(StartTrainingRunRequest.newBuilder())))
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
        String races =
                "select count(*) from forecast.training_shard where stage = 'RACE' and run_id = '" + run.getId() + "'";
        while (count(races) == 0) {
            Thread.sleep(50);
        }
        TrainingRun cancelled = training()
                .cancelTrainingRun(CancelTrainingRunRequest.newBuilder()
                        .setRunId(run.getId())
                        .build())
                .getRun();
        assertThat(cancelled.getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
        assertThat(finish(run).getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
        long kept = count(races);
        String oldest =
                "select extract(epoch from max(finished_at))::bigint from forecast.training_shard where stage = 'RACE' and shard = 0 and run_id = '"
                        + run.getId() + "'";
        long when = count(oldest);
        assertThat(kept).isBetween(1L, 3L);
        Thread.sleep(1100);
        assertThat(count(races)).as("nothing is computed any more").isEqualTo(kept);
        training()
                .resumeTrainingRun(ResumeTrainingRunRequest.newBuilder()
                        .setRunId(run.getId())
                        .build());
        TrainingRun done = finish(run);
        assertThat(done.getState()).as(done.getProblem()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
        assertThat(count(oldest)).as("the first shard was not raced again").isEqualTo(when);
        assertThat(done.getSeries()).isEqualTo(PARTS);
        assertThat(count(
                        "select count(distinct part) from forecast.trained_model where run_id = '" + run.getId() + "'"))
                .isEqualTo(PARTS);
        assertThat(count("select count(*) from forecast.trained_model where run_id = '" + run.getId() + "'"))
                .isEqualTo(PARTS);
        assertThat(done.getModelNumber()).isEqualTo(1);
        assertThat(refusal(() -> training()
                        .resumeTrainingRun(ResumeTrainingRunRequest.newBuilder()
                                .setRunId(run.getId())
                                .build())))
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
    }

    /** What the command line's lab trains from the same facts, with the same seed, in one go instead of three shards. */
    @Test
    @Order(3)
    void theLabMakesTheSameModelsToTheLastByte() {
        takt.forecast.training.TrainingRun run =
                runs.findByModel(1).await().atMost(Duration.ofSeconds(10)).orElseThrow();
        FixedFacts fixed = facts.fixed(run.order().knownAt()).await().atMost(Duration.ofSeconds(10));
        List<DemandSeries> series = new ArrayList<>();
        Map<SeriesKey, byte[]> stored = new TreeMap<>();
        for (int n = 0; n < Shard.count(PARTS); n++) {
            series.addAll(
                    facts.shard(run.id(), BucketCalendar.MONTH, n, run.order().knownAt(), fixed)
                            .await()
                            .atMost(Duration.ofSeconds(10))
                            .demand());
            shards.models(run.id(), new ShardStore.Piece(BucketCalendar.MONTH, n))
                    .await()
                    .atMost(Duration.ofSeconds(10))
                    .forEach(model -> stored.put(model.key(), model.artifact()));
        }
        TrainingIdentity identity = run.order().identity(run.snapshotHash());
        SeriesArchive archive = new SeriesArchive(identity);
        List<Fitting.TrainedSeries> lab = new Training(
                        series,
                        fixed.programme(BucketCalendar.MONTH),
                        new Origin.Common(
                                Horizon.origin(BucketCalendar.MONTH, run.order().businessDate())),
                        Horizon.of(BucketCalendar.MONTH),
                        identity,
                        run.order().candidates(),
                        (step, done, total) -> {})
                .run()
                .series();
        assertThat(lab).hasSize(PARTS);
        List<String> different = lab.stream()
                .filter(trained ->
                        !Arrays.equals(archive.toBytes(trained.state(), trained.buckets()), stored.get(trained.key())))
                .map(trained -> trained.key() + " " + trained.choice().model())
                .toList();
        assertThat(different).isEmpty();
    }

    @Test
    @Order(4)
    void theFirstModelIsChampionAndSaysWhoWonWhere() {
        var shown = models().getModel(GetModelRequest.getDefaultInstance());
        Model champion = shown.getModel();
        assertThat(champion.getState()).isEqualTo(ModelState.MODEL_STATE_CHAMPION);
        assertThat(champion.getChoicesList().stream().mapToInt(c -> c.getSeries()))
                .hasSizeGreaterThan(1);
        assertThat(champion.getChoicesList().stream()
                        .mapToInt(c -> c.getSeries())
                        .sum())
                .isEqualTo(PARTS);
        assertThat(champion.getRun().getAccuracyList())
                .filteredOn(a -> a.getModel().equals("selected"))
                .extracting(Accuracy::getSegment)
                .contains("")
                .hasSizeGreaterThan(2);
        assertThat(shown.getPromotionsList()).extracting(Promotion::getNumber).containsExactly(1);
    }

    @Test
    @Order(5)
    void aReproductionIsTheSameToTheLastBitAlsoWhenDataCameLater() {
        TrainingRun subject = models().getModel(GetModelRequest.getDefaultInstance())
                .getModel()
                .getRun();
        client.send(
                ImportKind.IMPORT_KIND_DEMAND,
                "part,site,month,demand",
                "R-0001," + ForecastClient.SITE + ",2001-03,9999");
        TrainingRun again = succeed(StartTrainingRunRequest.newBuilder()
                .setKind(RunKind.RUN_KIND_REPRODUCE)
                .setSubjectRunId(subject.getId()));
        assertThat(again.getReproduction().getExamplesList()).isEmpty();
        assertThat(again.getReproduction().getDifferent()).isZero();
        assertThat(again.getReproduction().getCompared())
                .isEqualTo(PARTS + 5); // boosted trees of all and of two segments, forest, elastic net
        assertThat(again.getReproduction().getSameSnapshot()).isTrue();
        assertThat(again.getModelNumber()).isZero();
    }

    @Test
    @Order(6)
    void aBacktestKeepsNoModel() {
        TrainingRun run = succeed(StartTrainingRunRequest.newBuilder()
                .setKind(RunKind.RUN_KIND_BACKTEST)
                .addModels("nb-ew")
                .addModels("theta"));
        assertThat(run.getModelNumber()).isZero();
        assertThat(count("select count(*) from forecast.trained_model where run_id = '" + run.getId() + "'"))
                .isZero();
        assertThat(run.getAccuracyList().stream().map(Accuracy::getModel).distinct())
                .containsExactlyInAnyOrder("last-12", "nb-ew", "selected", "theta", "zero");
        assertThat(run.getAccuracyList().stream().map(Accuracy::getOrigin).distinct())
                .containsExactlyInAnyOrder("1998-03-01", "1999-03-01", "2000-03-01");
        assertThat(refusal(() -> start(StartTrainingRunRequest.newBuilder().addModels("oracle"))))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    @Order(7)
    void aChallengerWithFewerModelsIsComparedPromotedAndRolledBack() {
        TrainingRun run = succeed(StartTrainingRunRequest.newBuilder().addModels("ma-12"));
        assertThat(run.getModelNumber()).isEqualTo(2);
        var compared = models().compareModels(CompareModelsRequest.getDefaultInstance());
        PairedDifference all = compared.getDifferences(0);
        assertThat(compared.getChampion()).isEqualTo(1);
        assertThat(compared.getChallenger()).isEqualTo(2);
        assertThat(all.getSegment()).isEmpty();
        assertThat(all.getSeries()).isEqualTo(PARTS);
        assertThat(all.getDifference()).isPositive().isBetween(all.getLower(), all.getUpper());
        assertThat(all.getLower()).as("the mean of 12 months knows no season").isPositive();
        assertThat(all.getBetter() + all.getWorse()).isLessThanOrEqualTo(PARTS);
        assertThat(compared.getDifferencesList().stream()
                        .skip(1)
                        .mapToInt(PairedDifference::getSeries)
                        .sum())
                .isEqualTo(PARTS);

        PromoteModelRequest promote = PromoteModelRequest.newBuilder()
                .setNumber(2)
                .setReason("A test")
                .build();
        assertThat(refusal(() -> ForecastClient.with(
                                ForecastClient.planner(), ModelServiceGrpc.newBlockingStub(client.channel))
                        .promoteModel(promote)))
                .isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(refusal(() -> models().promoteModel(
                                PromoteModelRequest.newBuilder().setNumber(2).build())))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
        models().promoteModel(promote);
        models().promoteModel(promote);
        assertThat(states()).containsExactly("2 CHAMPION", "1 FORMER");
        assertThat(forecastWithChampion()).isEqualTo(run.getId());
        RollbackModelRequest back = RollbackModelRequest.newBuilder()
                .setReason("It knows no season")
                .build();
        assertThat(models().rollbackModel(back).getModel().getNumber()).isEqualTo(1);
        assertThat(states()).containsExactly("2 FORMER", "1 CHAMPION");
        assertThat(refusal(() -> models().rollbackModel(back))).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(forecastWithChampion()).isNotEqualTo(run.getId());
        assertThat(models().getModel(GetModelRequest.getDefaultInstance()).getPromotionsList())
                .extracting(p -> p.getNumber() + "<" + p.getPredecessor() + (p.getRollback() ? " back" : ""))
                .containsExactly("1<0", "2<1", "1<2 back");
    }

    private List<String> states() {
        return models().listModels(ListModelsRequest.getDefaultInstance()).getModelsList().stream()
                .map(m -> m.getNumber() + " " + m.getState().name().substring("MODEL_STATE_".length()))
                .toList();
    }

    private String forecastWithChampion() {
        return versions()
                .createForecastVersion(CreateForecastVersionRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getVersion()
                .getRunId();
    }

    @Test
    @Order(8)
    void runsAreListedNewestFirst() {
        var first = training()
                .listTrainingRuns(
                        ListTrainingRunsRequest.newBuilder().setPageSize(2).build());
        assertThat(first.getRunsList())
                .extracting(TrainingRun::getKind)
                .containsExactly(RunKind.RUN_KIND_TRAIN, RunKind.RUN_KIND_BACKTEST);
        assertThat(training()
                        .listTrainingRuns(ListTrainingRunsRequest.newBuilder()
                                .setPageToken(first.getNextPageToken())
                                .build())
                        .getRunsList())
                .extracting(TrainingRun::getKind)
                .containsExactly(RunKind.RUN_KIND_REPRODUCE, RunKind.RUN_KIND_TRAIN);
    }

    @Test
    @Order(10)
    void aRunThatKillsItsServiceAgainAndAgainIsGivenUpAndARequestIdIsNotUsedForAnother() {
        String request = UUID.randomUUID().toString();
        var backtest = StartTrainingRunRequest.newBuilder()
                .setRequestId(request)
                .setKind(RunKind.RUN_KIND_BACKTEST)
                .addModels("ma-12");
        TrainingRun run = training().startTrainingRun(backtest.build()).getRun();
        assertThat(refusal(() -> training()
                        .startTrainingRun(
                                backtest.clone().setKind(RunKind.RUN_KIND_TRAIN).build())))
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
        finish(run);
        // as a service leaves it that died five times in the middle
        pool.query("update forecast.training_run set state = 'RUNNING', attempts = 5 where id = '" + run.getId() + "'")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10));
        TrainingRun givenUp = finish(run);
        assertThat(givenUp.getState()).isEqualTo(RunState.RUN_STATE_FAILED);
        assertThat(givenUp.getProblem()).contains("taken up 5 times");
        training()
                .resumeTrainingRun(ResumeTrainingRunRequest.newBuilder()
                        .setRunId(run.getId())
                        .build());
        assertThat(finish(run).getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    }

    @Test
    @Order(9)
    void aPartWithTwoHistoriesIsForecastOnceFromTheFresherOne() {
        client.master("TWICE");
        client.send(
                ImportKind.IMPORT_KIND_DEMAND,
                "part,site,month,demand",
                "TWICE," + ForecastClient.SITE + ",2001-02,5",
                "TWICE," + ForecastClient.SITE + ",2001-03,5");
        client.send(
                ImportKind.IMPORT_KIND_DEMAND,
                "part,site,week,demand",
                "TWICE," + ForecastClient.SITE + ",2001-02-12,5",
                "TWICE," + ForecastClient.SITE + ",2001-02-19,5");
        TrainingRun run = succeed(StartTrainingRunRequest.newBuilder().addModels("nb-ew"));
        assertThat(count(
                        "select count(*) from forecast.trained_model where part = 'TWICE' and calendar = 'MONTH' and run_id = '"
                                + run.getId() + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from forecast.trained_model where part = 'TWICE' and run_id = '" + run.getId()
                        + "'"))
                .isEqualTo(1);
    }
}
