package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import takt.kit.TestStack;
import takt.proto.forecast.v1.CreateForecastVersionRequest;
import takt.proto.forecast.v1.ForecastSeries;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.GetTrainingRunRequest;
import takt.proto.forecast.v1.GroupForecast;
import takt.proto.forecast.v1.GroupLevel;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.PartServiceGrpc;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.StreamForecastSeriesRequest;
import takt.proto.forecast.v1.StreamGroupForecastsRequest;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.forecast.v1.TrainingServiceGrpc;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.Rejection;

/**
 * Parts that come and go, in a plant where March 2001 is the last month known: NEW-1 takes OLD-1's place in June, LATE-1
 * took GONE-1's in January, and COLD-1 is built into 100 vehicles a month from May on.
 */
@QuarkusTest
@TestProfile(LifeCycleTest.OwnDatabase.class)
@QuarkusTestResource(TestStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeCycleTest {

    /** A profile of its own starts a database of its own. */
    public static final class OwnDatabase implements QuarkusTestProfile {}

    private static final String OTHER_SITE = "BPNS00000000OEM2";
    private static final int APRIL = 0;
    private static final int MAY = 1;
    private static final int JUNE = 2;

    @TestHTTPResource
    URL url;

    private ForecastClient client;
    private ForecastVersionServiceGrpc.ForecastVersionServiceBlockingStub versions;
    private String version = "";
    private final Map<String, ForecastSeries> series = new HashMap<>();

    private static void demand(List<String> rows, String part, int from, int to, double mean) {
        Random random = new Random(part.hashCode());
        for (int m = from; m < to; m++) {
            rows.add("%s,%s,%d-%02d,%d"
                    .formatted(
                            part,
                            ForecastClient.SITE,
                            1998 + m / 12,
                            m % 12 + 1,
                            Math.round(mean * (0.95 + 0.1 * random.nextDouble()))));
        }
    }

    @BeforeAll
    void forecast() throws InterruptedException {
        client = new ForecastClient(url.getPort());
        client.send(ImportKind.IMPORT_KIND_SITES, "site,name", OTHER_SITE + ",Other plant");
        List<String> parts = new ArrayList<>(List.of("OLD-1", "NEW-1", "GONE-1", "LATE-1", "COLD-1"));
        List<String> rows = new ArrayList<>();
        for (int p = 0; p < 20; p++) {
            parts.add("N-%02d".formatted(p));
            demand(rows, "N-%02d".formatted(p), 0, 39, 100);
        }
        demand(rows, "OLD-1", 0, 39, 50);
        demand(rows, "GONE-1", 0, 36, 80);
        demand(rows, "GONE-1", 36, 39, 4);
        demand(rows, "LATE-1", 36, 39, 76);
        client.master(parts.toArray(String[]::new));
        client.send(ImportKind.IMPORT_KIND_DEMAND, "part,site,month,demand", rows.toArray(String[]::new));
        client.send( // a slip of the year on another calendar must not make the part's months disappear
                ImportKind.IMPORT_KIND_DEMAND, "part,site,day,demand", "N-00," + ForecastClient.SITE + ",2105-03-30,1");
        client.send(ImportKind.IMPORT_KIND_VEHICLE_LINES, "line,name,site", "ATLAS,Atlas," + OTHER_SITE);
        client.send(
                ImportKind.IMPORT_KIND_USAGE,
                "part,line,qty_per_vehicle,valid_from,valid_to",
                "COLD-1,ATLAS,2,2001-05-01,");
        List<String> plan = new ArrayList<>();
        for (int m = 39; m < 52; m++) {
            plan.add("2001-03-31,ATLAS,%d-%02d,100".formatted(1998 + m / 12, m % 12 + 1));
        }
        client.send(
                ImportKind.IMPORT_KIND_PRODUCTION_SCHEDULE,
                "issued,line,target_month,planned_units",
                plan.toArray(String[]::new));
        ImportReport links = client.send(
                ImportKind.IMPORT_KIND_SUCCESSIONS,
                "successor,predecessor,from",
                "NEW-1,OLD-1,2001-06-01",
                "LATE-1,GONE-1,2001-01",
                "OLD-1,NEW-1,2001-07-01");
        assertThat(links.getAccepted()).isEqualTo(2);
        assertThat(links.getRejectionsList()).extracting(Rejection::getReason).containsExactly("SUCCESSION_CYCLE");
        var training =
                ForecastClient.with(ForecastClient.planner(), TrainingServiceGrpc.newBlockingStub(client.channel));
        TrainingRun run = training.startTrainingRun(StartTrainingRunRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .addAllModels(List.of("ma-12", "nb-ew", "ses", "schedule-driven"))
                        .build())
                .getRun();
        var get = GetTrainingRunRequest.newBuilder().setRunId(run.getId()).build();
        while (run.getState() == RunState.RUN_STATE_QUEUED || run.getState() == RunState.RUN_STATE_RUNNING) {
            Thread.sleep(100);
            run = training.getTrainingRun(get).getRun();
        }
        assertThat(run.getState()).as(run.getProblem()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
        versions = ForecastClient.with(
                ForecastClient.planner(), ForecastVersionServiceGrpc.newBlockingStub(client.channel));
        version = versions.createForecastVersion(CreateForecastVersionRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getVersion()
                .getId();
        versions.streamForecastSeries(StreamForecastSeriesRequest.newBuilder()
                        .setVersionId(version)
                        .build())
                .forEachRemaining(s -> series.put(s.getSeries().getPart(), s.getSeries()));
    }

    @AfterAll
    void close() {
        client.close();
    }

    private double mean(String part, int month) {
        return series.get(part).getMean(month);
    }

    @Test
    void aSuccessorTakesOverWhatItsPredecessorWouldHaveNeededOnTheDayItIsUsed() {
        assertThat(mean("OLD-1", MAY)).isCloseTo(50, within(5.0));
        assertThat(mean("OLD-1", JUNE)).isZero();
        assertThat(mean("NEW-1", MAY)).isZero();
        assertThat(mean("NEW-1", JUNE)).isCloseTo(50, within(5.0));
        assertThat(series.get("NEW-1").getSite()).isEqualTo(ForecastClient.SITE);
    }

    @Test
    void aPartThatWasReplacedKeepsWhatWorkshopsStillTake() {
        assertThat(mean("GONE-1", APRIL)).isBetween(2.0, 8.0);
        assertThat(mean("LATE-1", APRIL)).isCloseTo(78, within(8.0));
    }

    @Test
    void aPartNobodyHasDemandedYetIsForecastFromTheScheduleWhereItsVehiclesAreBuilt() {
        ForecastSeries cold = series.get("COLD-1");
        assertThat(cold.getSite()).isEqualTo(OTHER_SITE);
        assertThat(cold.getFirstBucket()).isEqualTo("2001-04-01");
        assertThat(cold.getMean(APRIL)).isZero();
        assertThat(cold.getMean(JUNE)).isCloseTo(200, within(1.0));
        assertThat(cold.getQuantiles(JUNE * 13 + 1)).as("10 %").isLessThan(190);
    }

    @Test
    void familiesPlantsAndEverythingAreTheSumsOfTheirParts() {
        Map<String, GroupForecast> groups = new HashMap<>();
        versions.streamGroupForecasts(StreamGroupForecastsRequest.newBuilder()
                        .setVersionId(version)
                        .build())
                .forEachRemaining(
                        g -> groups.put(g.getGroup().getLevel() + g.getGroup().getName(), g.getGroup()));
        assertThat(groups)
                .containsOnlyKeys(
                        "GROUP_LEVEL_FAMILYBRAKE",
                        "GROUP_LEVEL_PLANT" + ForecastClient.SITE,
                        "GROUP_LEVEL_PLANT" + OTHER_SITE,
                        "GROUP_LEVEL_ALL");
        GroupForecast all = groups.get("GROUP_LEVEL_ALL");
        assertThat(all.getParts()).isEqualTo(25);
        for (int month : List.of(APRIL, JUNE)) {
            double sum =
                    series.values().stream().mapToDouble(s -> s.getMean(month)).sum();
            assertThat(all.getMean(month)).isCloseTo(sum, within(1e-6));
        }
        // 20 parts of 95 to 105 each vary far less together: 2,000 and some with a band of a few percent
        GroupForecast plant = groups.get("GROUP_LEVEL_PLANT" + ForecastClient.SITE);
        double band = plant.getQuantiles(11) - plant.getQuantiles(1);
        assertThat(band / plant.getMean(0)).isBetween(0.001, 0.2);
        assertThat(groups.get("GROUP_LEVEL_PLANT" + OTHER_SITE).getModel()).isEqualTo("none");
        assertThat(versions.streamGroupForecasts(StreamGroupForecastsRequest.newBuilder()
                                .setVersionId(version)
                                .setLevel(GroupLevel.GROUP_LEVEL_FAMILY)
                                .build())
                        .next()
                        .getGroup()
                        .getName())
                .isEqualTo("BRAKE");
    }

    @Test
    void thePartMasterShowsWhoTakesWhosePlace() {
        var parts = ForecastClient.with(ForecastClient.planner(), PartServiceGrpc.newBlockingStub(client.channel));
        var old = parts.getPartHistory(
                        GetPartHistoryRequest.newBuilder().setPart("OLD-1").build())
                .getPart();
        assertThat(old.getSuccessor() + " from " + old.getReplacedFrom()).isEqualTo("NEW-1 from 2001-06-01");
        var late = parts.getPartHistory(
                        GetPartHistoryRequest.newBuilder().setPart("LATE-1").build())
                .getPart();
        assertThat(late.getPredecessor() + " from " + late.getUsedFrom()).isEqualTo("GONE-1 from 2001-01-01");
    }
}
