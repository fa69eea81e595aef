package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import takt.proto.forecast.v1.ImportKind;

/** The page never says what it does not know, in a real browser on the running stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTruthIT {

    private final LocalStack stack = new LocalStack();
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        browser = Browser.open();
        LocalStack.forget();
        stack.up();
        Small.load(stack);
        new Sender(stack)
                .send(
                        ImportKind.IMPORT_KIND_PARTS,
                        "part,description,unit,family,category",
                        "PAD,Brake pad,H87,BRAKE,SR99");
        browser.logIn("planner", "/parts");
        browser.await("Brake pad");
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        stack.close();
    }

    @AfterEach
    void connect() {
        browser.read("window.fetch = window.realFetch ?? window.fetch;");
    }

    /** From now on, questions whose address or body holds a text get no answer, or a late one; nothing is known before. */
    private void disturb(String text, String how) {
        browser.driver().navigate().refresh();
        browser.await("planner");
        browser.read("""
                window.realFetch ??= window.fetch;
                window.fetch = (url, options) => {
                  const isIt = String(url).includes(arguments[0]) || String(options?.body).includes(arguments[0]);
                  const isPaint = String(url).startsWith('/page/');
                  if (!isIt && !isPaint) return realFetch(url, options);
                  return arguments[1] === 'lost'
                    ? Promise.reject(new TypeError('Failed to fetch'))
                    : new Promise((go) => setTimeout(go, 1500)).then(() => realFetch(url, options));
                };
                """, text, how);
    }

    private boolean isAlarmed() {
        return browser.text().contains("Try again");
    }

    @Test
    void anErrorNeverReadsAsNothingIsShort() {
        browser.go("/models"); // which knows no alerts; the list of parts does
        disturb("/ListAlerts", "lost");
        browser.go("/inbox");
        browser.await("What is short is not known. The page has no connection to its server.");
        assertThat(browser.text()).doesNotContain("Nothing is short", "Failed to fetch");
        connect();
        browser.element("takt-app", "takt-inbox", "takt-alerts", "[role=alert] button")
                .click();
        browser.await("Nothing is short at the moment.");
        assertThat(isAlarmed()).isFalse();
    }

    @Test
    void anAnswerThatIsNoLongerWantedIsDropped() throws InterruptedException {
        browser.go("/parts");
        disturb("\"DISC\"", "late");
        browser.go("/part/DISC");
        TimeUnit.MILLISECONDS.sleep(200);
        browser.go("/part/PAD");
        browser.await("Brake pad");
        TimeUnit.MILLISECONDS.sleep(2_000); // the answer about the other part has come by now
        assertThat(browser.text()).contains("Brake pad").doesNotContain("Brake disc");
    }

    @Test
    void anErrorBelongsToTheThingThatFailedAndEndsWithIt() {
        browser.go("/part/NOPE");
        browser.await("There is no part NOPE.");
        browser.go("/part/DISC");
        browser.await("Brake disc");
        assertThat(browser.text()).doesNotContain("NOPE");
        assertThat(isAlarmed()).isFalse();
    }

    @Test
    void anAddressThatIsNoneHasItsOwnView() {
        browser.go("/part/DISC");
        browser.await("Brake disc");
        for (List<String> none : List.of(
                List.of("/part/%E0%A4%A", "This address cannot be read"),
                List.of("/nowhere", "There is no such page"),
                List.of("/answer", "This page is not for your role"))) {
            browser.go(none.get(0));
            browser.await(none.get(1));
            assertThat(browser.text()).doesNotContain("Brake disc");
        }
        browser.go("/part/DISC");
        browser.await("Brake disc");
    }

    @Test
    void aSecondTabIsLoggedInAndAllTabsLogOutTogether() {
        String first = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        try {
            browser.driver().get(LocalStack.page() + "/part/DISC");
            browser.await("Brake disc");
            browser.element("takt-app", ".who button:last-child").click();
            browser.await("Password");
        } finally {
            browser.driver().close();
            browser.driver().switchTo().window(first);
        }
        browser.await("Password");
        assertThat(browser.text()).doesNotContain("Brake");
        browser.logIn("planner", "/part/PAD");
        browser.await("Brake pad");
    }

    @Test
    void thePageComesCompressed() throws Exception {
        HttpResponse<byte[]> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(LocalStack.page() + "/part/DISC"))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(page.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-cache");
    }

    /** What was done before is not said beside what could not be done; trying again does it, not something else. */
    @Test
    void whatFailedIsDoneWhenItIsTriedAgain() {
        browser.go("/data");
        browser.element("takt-app", "takt-data", "#find").click();
        browser.await("new proposal");
        browser.go("/parts");
        disturb("/ProposeCorrections", "lost");
        browser.go("/data");
        browser.element("takt-app", "takt-data", "#find").click();
        browser.await("The page has no connection to its server.");
        assertThat(browser.text()).doesNotContain("new proposal");
        connect();
        browser.element("takt-app", "takt-data", "[role=alert] button").click();
        browser.await("new proposal");
        assertThat(isAlarmed()).isFalse();
    }

    /** As it was read, with what is wrong with it; what was put right comes in, what cannot be is set aside with a word. */
    @Test
    void aRowThatWaitsIsPutRightOrSetAside() throws Exception {
        new Sender(stack)
                .send(
                        ImportKind.IMPORT_KIND_PARTS,
                        "part,description,unit,family,category",
                        "CLIP,Clip,PIECES?,BRAKE,SR99",
                        "PIN,Pin,PIECES?,BRAKE,SR99");
        browser.go("/data");
        browser.element("takt-app", "takt-data", "takt-waiting", "a[href^='/data?rows=forecast']")
                .click();
        browser.await("PIECES?");
        String[] rows = {"takt-app", "takt-data", "takt-waiting", "takt-rows"};
        browser.element(rows[0], rows[1], rows[2], rows[3], "tbody tr button").click();
        WebElement unit = browser.element(rows[0], rows[1], rows[2], rows[3], "tbody tr input[aria-label=unit]");
        unit.clear();
        unit.sendKeys("H87");
        browser.element(rows[0], rows[1], rows[2], rows[3], "tbody tr form button")
                .click();
        browser.await("1 row came in.");
        browser.within(d -> browser.text().split("PIECES", -1).length == 2 ? true : null);
        browser.element(rows[0], rows[1], rows[2], rows[3], "tbody tr input[type=checkbox]")
                .click();
        browser.element(rows[0], rows[1], rows[2], rows[3], "input[name=note]").sendKeys("not ours", Keys.ENTER);
        browser.await("1 row is set aside.");
        browser.go("/parts?search=clip");
        browser.await("1 part ·");
    }

    @Test
    void aServiceThatIsAwayTakesAwayWhatItAloneKnows() {
        browser.go("/parts");
        disturb("/rpc/sharing/takt.ingest.v1.QuarantineService", "lost");
        browser.go("/data");
        browser.await("Which rows of the network wait is not known.");
        browser.await("Quality");
        assertThat(browser.text()).doesNotContain("No row waits.");
    }

    @Test
    void backLeadsToWhatWasSearchedFor() {
        browser.go("/parts?search=pad");
        browser.await("1 part ·");
        browser.element("takt-app", "takt-parts", "takt-grid", "a").click();
        browser.await("Brake pad ·");
        assertThat(browser.driver().getTitle()).isEqualTo("PAD · Takt");
        browser.driver().navigate().back();
        browser.await("1 part ·");
        assertThat(browser.element("takt-app", "takt-parts", "input").getAttribute("value"))
                .isEqualTo("pad");
    }
}
