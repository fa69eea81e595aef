package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser at the page. Where none is installed the test is skipped with a message. */
final class Browser implements AutoCloseable {

    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open() throws IOException {
        return open(1440, 900);
    }

    /** One that runs scripts as they are: what a browser compiles of them is its own, and grows as it likes. */
    static Browser openWithoutCompiler() throws IOException {
        return open(1440, 900, "--js-flags=--jitless");
    }

    static Browser open(int width, int height, String... more) throws IOException {
        assumeTrue(Files.exists(DRIVER), "No browser here: install chromium and chromium-driver to run this test.");
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--window-size=%d,%d".formatted(width, height),
                "--user-data-dir=" + Files.createTempDirectory("takt-browser"));
        options.addArguments(more);
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens an address, and logs in where it asks for that. */
    void logIn(String login, String path) {
        driver.get(LocalStack.page() + path);
        element("takt-app", "takt-login", "[name=name]").sendKeys(login);
        element("takt-app", "takt-login", "[name=password]").sendKeys(LocalStack.password(login), Keys.ENTER);
        element("takt-app", "main h1, main > *");
        awaitGone("takt-login");
    }

    private void awaitGone(String element) {
        within(d -> read("return !document.querySelector('takt-app').shadowRoot.querySelector('%s')".formatted(element))
                        .equals(true)
                ? true
                : null);
    }

    /** To another page of the document that is open. */
    void go(String path) {
        driver.executeScript(
                "history.pushState(null, '', arguments[0]); window.dispatchEvent(new Event('takt-address'));", path);
    }

    /** What the last selector finds inside the elements before it, as soon as it is there. */
    WebElement element(String... path) {
        return within(d -> (WebElement) d.executeScript("""
                let root = document;
                for (const step of arguments[0].slice(0, -1)) root = root?.querySelector(step)?.shadowRoot;
                return root?.querySelector(arguments[0].at(-1)) ?? null;
                """, List.of(path)));
    }

    /** Everything that can be read on the page. */
    String text() {
        return (String) driver.executeScript("""
                const read = (node) => node.nodeType === Node.TEXT_NODE ? node.textContent
                  : ['STYLE', 'SCRIPT'].includes(node.tagName) || node.tagName === 'DIALOG' && !node.open ? ''
                  : [...(node.shadowRoot ?? node).childNodes].map(read).join(' ');
                return read(document.body).replace(/\\s+/g, ' ');
                """);
    }

    void await(String words) {
        try {
            within(d -> text().contains(words) ? true : null);
        } catch (RuntimeException e) {
            throw new AssertionError("It does not say “%s” but: %s".formatted(words, text()), e);
        }
    }

    Object read(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void pressWithControl(CharSequence key) {
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys(key)
                .keyUp(Keys.CONTROL)
                .perform();
    }

    <T> T within(Function<ChromeDriver, T> look) {
        return new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(50))
                .ignoring(RuntimeException.class)
                .until(d -> look.apply((ChromeDriver) d));
    }

    /** What the browser complained of: errors of scripts, and what the content security policy forbade. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .toList();
    }

    void screenshot(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** A planner's walk through the pages. */
    static void visit(LocalStack stack, String alertPart, String chartPart) throws Exception {
        try (Browser browser = open()) {
            try {
                walk(browser, alertPart, chartPart);
                assertThat(browser.complaints()).isEmpty();
            } finally {
                browser.screenshot(Path.of("target/page.png"));
            }
        }
    }

    private static void walk(Browser browser, String alertPart, String chartPart) {
        browser.logIn("planner", "/parts");
        browser.await(chartPart);
        assertThat(browser.text())
                .as("a text that is markup is shown as a text")
                .contains("<img src=x");
        assertThat(browser.driver.getTitle()).isEqualTo("Parts · Takt");
        browser.element("takt-app", "takt-parts", "takt-grid", "a").click();
        WebElement canvas = browser.element("takt-app", "takt-part", "takt-chart", "canvas");
        assertThat(canvas.getSize().getWidth()).isGreaterThan(400);
        browser.hoveringHidesNothing(canvas);
        browser.go("/inbox");
        browser.await(alertPart);
        browser.await("Nobody supplies 1 part");
        assertThat(browser.text()).contains("IRON", "kilograms", "not committed");
        browser.go("/data");
        browser.element("takt-app", "takt-data", "#measure").click();
        browser.await("Measured.");
        assertThat(browser.element("takt-app", "takt-data", "#cards tbody tr").getText())
                .contains("%");
        browser.element("takt-app", "takt-data", "#find").click();
        browser.await("new proposal");
        browser.go("/models");
        browser.await("champion");
    }

    /** What is said beside the pointer lies on the chart alone; nothing else is laid over the page. */
    private void hoveringHidesNothing(WebElement canvas) {
        String before = canvas.getScreenshotAs(OutputType.BASE64);
        new Actions(driver).moveToElement(canvas).perform();
        within(d -> canvas.getScreenshotAs(OutputType.BASE64).equals(before) ? null : true);
        assertThat(read("""
                        const app = document.querySelector('takt-app').shadowRoot;
                        const chart = app.querySelector('takt-part').shadowRoot.querySelector('takt-chart').shadowRoot;
                        const head = app.querySelector('header').getBoundingClientRect();
                        const top = app.elementFromPoint(head.left + head.width / 2, head.top + head.height / 2);
                        return [chart.querySelectorAll('.chart > div').length, !!top?.closest('header')];
                        """)).isEqualTo(List.of(1L, true));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
