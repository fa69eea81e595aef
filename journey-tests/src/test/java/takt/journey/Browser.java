package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser at the planners' page. Where none is installed the test is skipped with a message. */
final class Browser {

    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private Browser() {}

    /** A browser without a page; skips the test where none is installed. */
    static ChromeDriver open() throws IOException {
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
                "--window-size=1280,800",
                "--user-data-dir=" + Files.createTempDirectory("takt-browser"));
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    static void visit(LocalStack stack, String alertPart, String chartPart) throws Exception {
        ChromeDriver driver = open();
        try {
            logInAndLook(driver, alertPart, chartPart);
            List<String> errors = driver.manage().logs().get("browser").getAll().stream()
                    .map(Object::toString)
                    .toList();
            assertThat(errors).isEmpty();
        } finally {
            Files.copy(
                    driver.getScreenshotAs(OutputType.FILE).toPath(),
                    new File("target/page.png").toPath(),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            driver.quit();
        }
    }

    static final String ADDRESS = "http://127.0.0.1:" + LocalStack.BASE + "/";

    /** As the planner, until the parts are there. */
    static void logIn(ChromeDriver driver) {
        driver.get(ADDRESS);
        SearchContext login = within(driver, d -> shadow(shadow(d, "takt-app"), "takt-login"));
        login.findElement(By.name("name")).sendKeys("planner");
        login.findElement(By.name("password")).sendKeys(LocalStack.password("planner"));
        login.findElement(By.cssSelector("button")).click();
        within(driver, d -> shadow(shadow(d, "takt-app"), "takt-parts").findElement(By.cssSelector("li a")));
    }

    private static void logInAndLook(ChromeDriver driver, String alertPart, String chartPart) {
        logIn(driver);
        WebElement part =
                within(driver, d -> shadow(shadow(d, "takt-app"), "takt-parts").findElement(By.cssSelector("li a")));
        assertThat(part.getText()).contains(chartPart);
        assertThat(shadow(shadow(driver, "takt-app"), "takt-parts")
                        .findElement(By.cssSelector("li"))
                        .getText())
                .as("a text that is markup is shown as a text")
                .contains("<img src=x");
        assertThat(driver.getTitle()).doesNotContain("taken");
        part.click();
        WebElement canvas = within(
                driver,
                d -> shadow(shadow(shadow(d, "takt-app"), "takt-part"), "takt-chart")
                        .findElement(By.cssSelector("canvas")));
        assertThat(canvas.getSize().getWidth()).isGreaterThan(400);
        hoveringHidesNothing(driver, canvas);
        driver.get(ADDRESS + "#/alerts");
        WebElement alert =
                within(driver, d -> shadow(shadow(d, "takt-app"), "takt-alerts").findElement(By.cssSelector("li")));
        assertThat(alert.getText()).contains(alertPart, "not committed");
        WebElement unsupplied = within(
                driver,
                d -> shadow(shadow(shadow(d, "takt-app"), "takt-alerts"), "takt-unsupplied")
                        .findElement(By.cssSelector("#unsupplied")));
        assertThat(unsupplied.getText()).contains("Nobody supplies 1 part", "IRON", "KGM");
        driver.get(ADDRESS + "#/data");
        WebElement measure = within(
                driver, d -> shadow(shadow(d, "takt-app"), "takt-data").findElement(By.cssSelector(".head button")));
        measure.click();
        WebElement card = within(
                driver,
                d -> shadow(shadow(d, "takt-app"), "takt-data").findElement(By.cssSelector(".head + .card tbody tr")));
        assertThat(card.getText()).contains("%");
        WebElement find = within(
                driver,
                d -> shadow(shadow(shadow(d, "takt-app"), "takt-data"), "takt-corrections")
                        .findElement(By.cssSelector(".bar button")));
        find.click();
        within(
                driver,
                d -> shadow(shadow(shadow(d, "takt-app"), "takt-data"), "takt-corrections")
                                .findElement(By.cssSelector("[role=status]"))
                                .getText()
                                .contains("new proposals")
                        ? d
                        : null);
    }

    /** What is said beside the pointer lies on the chart alone; nothing else is laid over the page. */
    private static void hoveringHidesNothing(ChromeDriver driver, WebElement canvas) {
        String before = canvas.getScreenshotAs(OutputType.BASE64);
        new Actions(driver).moveToElement(canvas).perform();
        within(driver, d -> canvas.getScreenshotAs(OutputType.BASE64).equals(before) ? null : true);
        assertThat(driver.executeScript("""
                        const app = document.querySelector('takt-app').shadowRoot;
                        const chart = app.querySelector('takt-part').shadowRoot.querySelector('takt-chart').shadowRoot;
                        const head = app.querySelector('header').getBoundingClientRect();
                        const top = app.elementFromPoint(head.left + head.width / 2, head.top + head.height / 2);
                        return [chart.querySelectorAll('.chart > div').length, !!top?.closest('header')];
                        """)).isEqualTo(List.of(1L, true));
    }

    static SearchContext shadow(SearchContext parent, String element) {
        return parent.findElement(By.cssSelector(element)).getShadowRoot();
    }

    static <T> T within(ChromeDriver driver, Function<ChromeDriver, T> look) {
        return new WebDriverWait(driver, Duration.ofSeconds(20))
                .ignoring(RuntimeException.class)
                .until(d -> look.apply((ChromeDriver) d));
    }
}
