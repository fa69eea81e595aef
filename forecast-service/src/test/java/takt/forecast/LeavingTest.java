package takt.forecast;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import takt.kit.Departures;
import takt.kit.TestStack;
import takt.proto.forecast.v1.WatchForecastFeedRequest;

/** Clients of the feed leave without a word. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LeavingTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private Departures clients() {
        return new Departures(
                port,
                "/takt.forecast.v1.ForecastFeedService/WatchForecastFeed",
                TestStack.token("planner", "planner", "BPNL00000000OEM0"),
                WatchForecastFeedRequest.getDefaultInstance());
    }

    @Test
    void nothingIsDoneForWatchersThatLeftInWhateverWay() {
        try (Departures clients = clients()) {
            clients.assertNothingIsDoneForThoseWhoLeft();
        }
    }

    @Test
    void aCallThatIsGivenUpDoesNotEndTheOthersOnItsConnection() {
        try (Departures clients = clients()) {
            clients.assertOthersOnTheConnectionGoOn();
        }
    }
}
