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
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import takt.proto.forecast.v1.ImportKind;

/** The page never says what it does not know, in a real browser on the running stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTruthIT {

    private final LocalStack stack = new LocalStack();
    private ChromeDriver driver;

    @BeforeAll
    void start() throws Exception {
        driver = Browser.open();
        LocalStack.forget();
        stack.up();
        Small.load(stack);
        new Sender(stack)
                .send(
                        ImportKind.IMPORT_KIND_PARTS,
                        "part,description,unit,family,category",
                        "PAD,Brake pad,H87,BRAKE,SR99");
        Browser.logIn(driver);
    }

    @AfterAll
    void stop() throws Exception {
        if (driver != null) {
            driver.quit();
        }
        stack.close();
    }

    @AfterEach
    void connect() {
        driver.executeScript("window.fetch = window.realFetch ?? window.fetch;");
    }

    /** From now on, questions to an address that holds a text get no answer, or a late one. */
    private void disturb(String address, String how) {
        driver.executeScript("""
                window.realFetch ??= window.fetch;
                window.fetch = (url, options) => {
                  if (!String(url).includes(arguments[0])) return realFetch(url, options);
                  return arguments[1] === 'lost'
                    ? Promise.reject(new TypeError('Failed to fetch'))
                    : new Promise((go) => setTimeout(go, 1500)).then(() => realFetch(url, options));
                };
                """, address, how);
    }

    private void go(String hash) {
        driver.executeScript("location.hash = arguments[0];", hash);
    }

    /** Everything that can be read on the page. */
    private String text() {
        return (String) driver.executeScript("""
                const read = (node) => node.nodeType === Node.TEXT_NODE ? node.textContent
                  : ['STYLE', 'SCRIPT'].includes(node.tagName) ? ''
                  : [...(node.shadowRoot ?? node).childNodes].map(read).join(' ');
                return read(document.body).replace(/\\s+/g, ' ');
                """);
    }

    /** Clicks what the last selector finds, inside the elements before it. */
    private void click(String... path) {
        driver.executeScript("""
                let root = document.querySelector('takt-app').shadowRoot;
                for (const element of arguments[0].slice(0, -1)) root = root.querySelector(element).shadowRoot;
                root.querySelector(arguments[0].at(-1)).click();
                """, List.of(path));
    }

    private void awaitText(String words) {
        Browser.within(driver, d -> text().contains(words) ? true : null);
    }

    private boolean isAlarmed() {
        return text().contains("Try again");
    }

    @Test
    void anErrorNeverReadsAsNothingIsShort() {
        go("#/parts");
        awaitText("Brake pad");
        disturb("/api/alerts", "lost");
        go("#/alerts");
        awaitText("What is short is not known. The page has no connection to its server.");
        assertThat(text()).doesNotContain("Nothing is short", "Failed to fetch");
        connect();
        click("takt-alerts", "[role=alert] button");
        awaitText("Nothing is short at the moment.");
        assertThat(isAlarmed()).isFalse();
    }

    @Test
    void anAnswerThatIsNoLongerWantedIsDropped() throws InterruptedException {
        go("#/parts");
        disturb("/api/history?part=DISC", "late");
        go("#/part/DISC");
        TimeUnit.MILLISECONDS.sleep(200);
        go("#/part/PAD");
        awaitText("Brake pad");
        TimeUnit.MILLISECONDS.sleep(2_000); // the answer about the other part has come by now
        assertThat(text()).contains("Brake pad").doesNotContain("Brake disc");
    }

    @Test
    void anErrorBelongsToTheThingThatFailedAndEndsWithIt() {
        go("#/part/NOPE");
        awaitText("There is no part (NOPE).");
        go("#/part/DISC");
        awaitText("Brake disc");
        assertThat(text()).doesNotContain("NOPE");
        assertThat(isAlarmed()).isFalse();
    }

    @Test
    void aMalformedAddressHasItsOwnView() {
        go("#/part/DISC");
        awaitText("Brake disc");
        go("#/part/%E0%A4%A");
        awaitText("This address cannot be read");
        assertThat(text()).doesNotContain("Brake disc");
        go("#/part/DISC");
        awaitText("Brake disc");
    }

    @Test
    void aSecondTabIsLoggedIn() {
        String first = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        try {
            driver.get(Browser.ADDRESS + "#/part/DISC");
            awaitText("Brake disc");
        } finally {
            driver.close();
            driver.switchTo().window(first);
        }
    }

    @Test
    void thePageComesCompressed() throws Exception {
        HttpResponse<byte[]> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Browser.ADDRESS))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(page.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-cache");
    }

    /** What was done before is not said beside what could not be done; trying again does it, not something else. */
    @Test
    void whatFailedIsDoneWhenItIsTriedAgain() {
        go("#/parts");
        awaitText("Brake pad");
        go("#/data");
        awaitText("Look for corrections");
        click("takt-data", "takt-corrections", ".bar button");
        awaitText("new proposals");
        disturb("/api/data/corrections/find", "lost");
        click("takt-data", "takt-corrections", ".bar button");
        awaitText("The page has no connection to its server.");
        assertThat(text()).doesNotContain("new proposals");
        connect();
        click("takt-data", "takt-corrections", "[role=alert] button");
        awaitText("new proposals");
        assertThat(isAlarmed()).isFalse();
    }

    @Test
    void aServiceThatIsAwayTakesAwayWhatItAloneKnows() {
        go("#/parts");
        awaitText("Brake pad");
        disturb("/api/waiting/sharing/rows", "lost");
        go("#/data");
        awaitText("Which rows (network) wait is not known.");
        awaitText("Quality");
        assertThat(text()).doesNotContain("No row waits.");
    }
}
