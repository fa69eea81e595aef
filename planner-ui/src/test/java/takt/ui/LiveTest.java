package takt.ui;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What happens is told once to each page that is open, and to who comes back what it missed. */
@QuarkusTest
@QuarkusTestResource(UiStack.class)
class LiveTest {

    @TestHTTPResource
    URL url;

    private Stream open(String session, String last) throws Exception {
        return Stream.open(url.getPort(), session, last);
    }

    private static boolean isOf(Stream.Event event, String service, String kind) {
        return event.data().contains("\"service\":\"" + service + "\"")
                && event.data().contains("\"kind\":\"" + kind);
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 400 && !done.getAsBoolean(); i++) {
            Thread.sleep(25);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    /** All three feeds are heard. */
    private static Stream.Event begun(Stream stream) throws Exception {
        return stream.await(e -> e.id().matches("forecast-\\d+\\.sharing-\\d+\\.capacity-\\d+"));
    }

    @Test
    void whatHappensInEachServiceIsTold() throws Exception {
        try (Stream page = open(UiStack.session("planner", "tell"), "")) {
            begun(page);
            UiStack.services().forecast.add("FORECAST_VERSION_RELEASED");
            UiStack.services().sharing.add("PUBLICATION_CREATED");
            UiStack.services().capacity.add("ALERT_OPENED");
            page.await(e -> isOf(e, "forecast", "FORECAST_VERSION_RELEASED"));
            page.await(e -> isOf(e, "sharing", "PUBLICATION_CREATED"));
            page.await(e -> isOf(e, "capacity", "ALERT_OPENED"));
        }
    }

    @Test
    void whoComesBackHearsWhatItMissedAndNothingTwice() throws Exception {
        String session = UiStack.session("planner", "back");
        String last;
        try (Stream page = open(session, "")) {
            begun(page);
            UiStack.services().capacity.add("HEARD");
            last = page.await(e -> isOf(e, "capacity", "HEARD")).id();
        }
        UiStack.services().capacity.add("MISSED_ONE");
        UiStack.services().forecast.add("MISSED_TWO");
        try (Stream page = open(session, last)) {
            page.await(e -> isOf(e, "capacity", "MISSED_ONE"));
            page.await(e -> isOf(e, "forecast", "MISSED_TWO"));
            UiStack.services().capacity.add("NEW");
            page.await(e -> isOf(e, "capacity", "NEW"));
            List<String> kinds = page.happened().stream()
                    .map(e -> e.data().replaceAll(".*\"kind\":\"([A-Z_]*)\".*", "$1"))
                    .toList();
            assertThat(kinds).containsExactlyInAnyOrder("MISSED_ONE", "MISSED_TWO", "NEW");
        }
    }

    /** As after a start of the page's server: nobody is known, and the position says where to begin. */
    @Test
    void aServerThatKnowsNobodyGoesOnWhereThePageLeftOff() throws Exception {
        UiStack.services().sharing.add("BEFORE");
        Stream.Event here;
        try (Stream page = open(UiStack.session("planner", "first"), "")) {
            here = begun(page);
        }
        UiStack.services().sharing.add("MISSED");
        try (Stream page = open(UiStack.session("planner", "second"), here.id())) {
            page.await(e -> isOf(e, "sharing", "MISSED"));
            assertThat(page.happened()).noneMatch(e -> isOf(e, "sharing", "BEFORE"));
        }
    }

    @Test
    void whoKnowsMoreThanThereIsReadsAnew() throws Exception {
        try (Stream page = open(UiStack.session("planner", "ahead"), "forecast-999999.sharing-0.capacity-999999")) {
            page.await(e -> e.name().equals("begun") && e.data().contains("forecast"));
            UiStack.services().forecast.add("AFTER");
            page.await(e -> isOf(e, "forecast", "AFTER"));
        }
    }

    @Test
    void manyPagesOfAPersonCostTheServicesOneWatchEach() throws Exception {
        int before = UiStack.services().capacity.watchers();
        List<Stream> pages = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                pages.add(open(UiStack.session("planner", "many"), ""));
            }
            for (Stream page : pages) {
                begun(page);
            }
            assertThat(UiStack.services().capacity.watchers()).isLessThanOrEqualTo(before + 1);
            UiStack.services().capacity.add("FOR_ALL");
            for (Stream page : pages) {
                page.await(e -> isOf(e, "capacity", "FOR_ALL"));
            }
        } finally {
            for (Stream page : pages) {
                page.close();
            }
        }
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaidToAndWhenItIsBackNothingWasMissed() throws Exception {
        try (Stream page = open(UiStack.session("planner", "away"), "")) {
            begun(page);
            UiStack.services().capacity.breakOff();
            UiStack.services().capacity.add("MEANWHILE");
            page.await(e -> e.name().equals("away") && e.data().contains("capacity"));
            page.await(e -> e.name().equals("back") && e.data().contains("capacity"));
            page.await(e -> isOf(e, "capacity", "MEANWHILE"));
        }
    }

    @Test
    void aSupplierHearsNothingOfTheForecast() throws Exception {
        int before = UiStack.services().forecast.watchers();
        try (Stream page = open(UiStack.session("supplier", "sue"), "")) {
            page.await(e -> e.id().matches("sharing-\\d+\\.capacity-\\d+"));
            UiStack.services().forecast.add("SECRET");
            UiStack.services().sharing.add("PUBLIC");
            page.await(e -> isOf(e, "sharing", "PUBLIC"));
            assertThat(page.all()).noneMatch(e -> e.data().contains("forecast") || e.id().contains("forecast"));
        }
        assertThat(UiStack.services().forecast.watchers()).isLessThanOrEqualTo(before);
    }

    @Test
    void whoLogsOutHearsNoMore() throws Exception {
        String session = UiStack.session("planner", "leaving");
        try (Stream page = open(session, "")) {
            begun(page);
            given().cookie("takt", session).post("/api/logout").then().statusCode(204);
            await(page::isOver);
        }
        given().cookie("takt", session).get("/live").then().statusCode(401);
    }

    /** Two seconds. */
    @Test
    void aStreamEndsWithItsTokenAndTheNextOneGoesOn() throws Exception {
        UiStack.tokensLive(2);
        try (Stream page = open(UiStack.session("planner", "short"), "")) {
            String last = begun(page).id();
            await(page::isOver);
            Thread.sleep(1_100); // the one that has ended is not handed out any more
            UiStack.tokensLive(300);
            UiStack.services().sharing.add("BETWEEN");
            try (Stream next = open(UiStack.session("planner", "short"), last)) {
                next.await(e -> isOf(e, "sharing", "BETWEEN"));
            }
        } finally {
            UiStack.tokensLive(300);
        }
    }

    @Test
    void whoIsNobodyHearsNothing() {
        given().get("/live").then().statusCode(401);
        given().cookie("takt", UiStack.session("carrier", "carl"))
                .get("/live")
                .then()
                .statusCode(403);
    }
}
