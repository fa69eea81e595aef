package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import takt.kit.TestStack;
import takt.proto.forecast.v1.CreateForecastVersionRequest;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.GetTrainingRunRequest;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ListTrainingRunsRequest;
import takt.proto.forecast.v1.ReleaseForecastVersionRequest;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.forecast.v1.TrainingServiceGrpc;

/** The service looks by itself whether its forecasts came true. */
@QuarkusTest
@TestProfile(RetrainTest.LooksEverySecond.class)
@QuarkusTestResource(TestStack.class)
class RetrainTest {

    public static final class LooksEverySecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("takt.retrain.drift-every", "1s");
        }
    }

    private static final int PARTS = 40;

    @TestHTTPResource
    URL url;

    @Inject
    Pool pool;

    private static String[] demand(int from, int to, int factor) {
        Random random = new Random(from);
        List<String> rows = new ArrayList<>();
        for (int p = 0; p < PARTS; p++) {
            for (int m = from; m < to; m++) {
                rows.add("D-%02d,%s,%d-%02d,%d"
                        .formatted(
                                p, ForecastClient.SITE, 1998 + m / 12, m % 12 + 1, factor * (100 + random.nextInt(9))));
            }
        }
        return rows.toArray(String[]::new);
    }

    private void sql(String statement) {
        pool.query(statement).execute().await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void forecastsThatCameTrueStartNothingAndThoseFarOffStartOneRun() throws Exception {
        try (ForecastClient client = new ForecastClient(url.getPort())) {
            String[] parts = new String[PARTS];
            for (int p = 0; p < PARTS; p++) {
                parts[p] = "D-%02d".formatted(p);
            }
            client.master(parts);
            client.send(ImportKind.IMPORT_KIND_DEMAND, "part,site,month,demand", demand(0, 38, 1));
            var training =
                    ForecastClient.with(ForecastClient.planner(), TrainingServiceGrpc.newBlockingStub(client.channel));
            TrainingRun run = training.startTrainingRun(StartTrainingRunRequest.newBuilder()
                            .setRequestId(UUID.randomUUID().toString())
                            .addModels("ma-12")
                            .addModels("nb-ew")
                            .build())
                    .getRun();
            var get = GetTrainingRunRequest.newBuilder().setRunId(run.getId()).build();
            while (training.getTrainingRun(get).getRun().getState() != RunState.RUN_STATE_SUCCEEDED) {
                Thread.sleep(200);
            }
            var versions = ForecastClient.with(
                    ForecastClient.planner(), ForecastVersionServiceGrpc.newBlockingStub(client.channel));
            String version = versions.createForecastVersion(CreateForecastVersionRequest.newBuilder()
                            .setRequestId(UUID.randomUUID().toString())
                            .build())
                    .getVersion()
                    .getId();
            versions.releaseForecastVersion(ReleaseForecastVersionRequest.newBuilder()
                    .setVersionId(version)
                    .build());
            // the clock of the test stands still: instead of a month passing, the forecast is as if made a month before
            sql("update forecast.forecast_series set first_bucket = first_bucket - interval '1 month'");
            client.send(ImportKind.IMPORT_KIND_DEMAND, "part,site,month,demand", demand(38, 39, 1));
            Thread.sleep(3000);
            assertThat(runs(training)).hasSize(1);
            client.send(ImportKind.IMPORT_KIND_DEMAND, "part,site,month,demand", demand(38, 39, 5));
            for (int i = 0; i < 100 && runs(training).size() == 1; i++) {
                Thread.sleep(100);
            }
            Thread.sleep(3000);
            assertThat(runs(training)).hasSize(2);
            assertThat(runs(training).get(0).getCreatedBy()).isEqualTo("drift");
        }
    }

    private static List<TrainingRun> runs(TrainingServiceGrpc.TrainingServiceBlockingStub training) {
        return training.listTrainingRuns(ListTrainingRunsRequest.getDefaultInstance())
                .getRunsList();
    }
}
