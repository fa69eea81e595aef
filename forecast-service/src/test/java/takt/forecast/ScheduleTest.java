package takt.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import takt.kit.TestStack;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ListTrainingRunsRequest;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.forecast.v1.TrainingServiceGrpc;

/** The service retrains by itself at the times it was given. */
@QuarkusTest
@TestProfile(ScheduleTest.EveryOtherSecond.class)
@QuarkusTestResource(TestStack.class)
class ScheduleTest {

    public static final class EveryOtherSecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("takt.retrain.cron", "0/2 * * * * ?");
        }
    }

    @TestHTTPResource
    URL url;

    @Test
    void aRunIsStartedWhenItsTimeComes() throws Exception {
        try (ForecastClient client = new ForecastClient(url.getPort())) {
            client.master("S-1");
            client.send(
                    ImportKind.IMPORT_KIND_DEMAND,
                    "part,site,month,demand",
                    "S-1," + ForecastClient.SITE + ",2001-02,5",
                    "S-1," + ForecastClient.SITE + ",2001-03,6");
            var training =
                    ForecastClient.with(ForecastClient.planner(), TrainingServiceGrpc.newBlockingStub(client.channel));
            List<TrainingRun> runs = List.of();
            for (int i = 0; i < 100 && runs.isEmpty(); i++) {
                Thread.sleep(100);
                runs = training.listTrainingRuns(ListTrainingRunsRequest.getDefaultInstance())
                        .getRunsList();
            }
            assertThat(runs).extracting(TrainingRun::getCreatedBy).contains("schedule");
        }
    }
}
