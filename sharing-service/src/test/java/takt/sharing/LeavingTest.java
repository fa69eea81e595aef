package takt.sharing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import takt.kit.Departures;
import takt.kit.TestStack;
import takt.proto.sharing.v1.WatchPublicationsRequest;

/** Clients of the feed leave without a word. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class LeavingTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private Departures clients() {
        return new Departures(
                port,
                "/takt.sharing.v1.PublicationService/WatchPublications",
                TestStack.token("planner", "planner", "BPNL00000000OEM0"),
                WatchPublicationsRequest.getDefaultInstance());
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
