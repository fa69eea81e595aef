package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import takt.proto.forecast.v1.ImportKind;

/** A planner at work: finds, orders, takes away, and understands one part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkbenchIT {

    private static final String[] GRID = {"takt-app", "takt-parts", "takt-grid", ".grid"};

    private final LocalStack stack = new LocalStack();
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        browser = Browser.open();
        LocalStack.forget();
        stack.up();
        Small.load(stack);
        // 250 parts that nobody has demanded yet: more than one answer holds
        List<String> parts = Stream.concat(
                        Stream.of("part,description,unit,family,category"),
                        IntStream.rangeClosed(1, 250).mapToObj("PAD-%1$03d,Pad %1$d,H87,PADS,SR99"::formatted))
                .toList();
        new Sender(stack).send(ImportKind.IMPORT_KIND_PARTS, parts.toArray(String[]::new));
        Small.release(stack);
        browser.logIn("planner", "/parts");
        browser.await("251 parts · version 1");
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        stack.close();
    }

    private String address() {
        return browser.read("return location.pathname + decodeURIComponent(location.search)")
                .toString();
    }

    private WebElement first() {
        return browser.element("takt-app", "takt-parts", "takt-grid", "#row-0 a");
    }

    @Test
    void aListIsWalkedToItsLastRowByKeysAndEnterOpensIt() {
        browser.go("/parts?family=PADS");
        browser.await("250 parts");
        WebElement grid = browser.element(GRID);
        grid.sendKeys(Keys.END);
        browser.await("PAD-250");
        assertThat(
                        browser.read(
                                "return document.querySelector('takt-app').shadowRoot.querySelector('takt-parts').shadowRoot.querySelector('takt-grid').shadowRoot.querySelectorAll('.row').length"))
                .as("rows in sight alone are drawn")
                .satisfies(rows -> assertThat(((Number) rows).intValue()).isBetween(10, 60));
        browser.element("takt-app", "takt-parts", "takt-grid", "[aria-sort=ascending] button")
                .click();
        browser.within(d -> first().getText().equals("PAD-250") ? true : null);
        assertThat(address()).as("another order begins at its top").isEqualTo("/parts?family=PADS&down=1");
        browser.element(GRID).sendKeys(Keys.HOME, Keys.ENTER);
        browser.await("Pad 250");
        assertThat(address()).isEqualTo("/part/PAD-250");
        browser.driver().navigate().back();
        browser.await("250 parts");
    }

    @Test
    void whatAPersonChoseIsInTheAddress() {
        browser.go("/parts?order=next_13&down=1");
        browser.within(d -> first().getText().equals("DISC") ? true : null);
        browser.go("/parts?order=description&down=1");
        browser.within(d -> first().getText().equals("PAD-099") ? true : null);
        browser.element("takt-app", "takt-parts", "takt-grid", "[aria-sort=descending] button")
                .click();
        browser.within(d -> first().getText().equals("DISC") ? true : null);
        assertThat(address()).isEqualTo("/parts?order=description");
        browser.element("takt-app", "takt-parts", "summary").click();
        browser.element("takt-app", "takt-parts", ".choice input").click();
        browser.within(d -> browser.text().contains("Head") ? null : true);
        assertThat(address())
                .isEqualTo(
                        "/parts?order=description&columns=family.unit.next-4.next-13.next-52.change.model.alert.trend");
    }

    @Test
    void whatIsShownIsTakenAwayAsAWorkbookThatSaysWhatItIs() {
        browser.go("/parts?family=PADS&columns=description.next-13");
        browser.await("250 parts");
        assertThat(workbook())
                .startsWith("[[\"Part\",\"Description\",\"Next 13 weeks\"],[\"PAD-001\",\"Pad 1\"]")
                .contains("PAD-250");
        browser.go("/parts?search=DISC&columns=description.next-13");
        browser.await("1 part ·");
        // 13 weeks of 700 to 703
        assertThat(workbook()).matches("\\[\\[.*],\\[\"DISC\",\"Brake disc\",\"91[0-4]\\d(\\.\\d+)?\"]]");
        browser.go("/parts?search=PAD-00&columns=description");
        browser.await("9 parts");
        browser.element(GRID).sendKeys(Keys.HOME, " ", Keys.ARROW_DOWN, Keys.ARROW_DOWN, " ");
        browser.await("2 of 9");
        assertThat(workbook())
                .isEqualTo("[[\"Part\",\"Description\"],[\"PAD-001\",\"Pad 1\"],[\"PAD-003\",\"Pad 3\"]]");
    }

    private String chart(String script) {
        return String.valueOf(browser.read(
                "const chart = document.querySelector('takt-app').shadowRoot.querySelector('takt-part').shadowRoot.querySelector('takt-chart'); "
                        + script));
    }

    @Test
    void aPartIsUnderstoodByKeys() throws Exception {
        browser.go("/part/DISC");
        browser.element("takt-app", "takt-part", "takt-chart", "canvas");
        browser.await("Sums of 4");
        WebElement picture = browser.element("takt-app", "takt-part", "takt-chart", "[role=group]");
        assertThat(chart("return chart.all.rows.filter((r) => r.name === 'quantile').map((r) => r.level).join()"))
                .as("bands of 50, 80 and 95 %")
                .isEqualTo("0.025,0.1,0.25,0.75,0.9,0.975");
        assertThat(
                        chart(
                                "return chart.all.zones.map((z) => `${z.name} ${z.start - chart.all.first} ${z.end - chart.all.first}`).join()"))
                .isEqualTo("firm 0 3,production 4 7,material 8 15");
        assertThat(chart("return chart.all.days[chart.all.today]")).isEqualTo("2001-04-02");
        picture.sendKeys(Keys.ARROW_RIGHT);
        browser.within(d -> chart("return chart.aloud").startsWith("W15") ? true : null);
        assertThat(chart("return chart.aloud")).contains("2.5 % quantile", "Forecast 70");
        picture.sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN), Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN));
        browser.within(d -> chart("return chart.aloud").matches("W15[^:]*: Forecast 70\\S*") ? true : null);
        picture.sendKeys("+");
        browser.within(d -> address().contains("weeks=") ? true : null);
        String address = address();
        browser.within(
                d -> chart("return chart.sight.to - chart.sight.from + 1").equals("24") ? true : null);
        String sheet = chart("return chart.shadowRoot.querySelector('takt-weeks').shadowRoot.textContent");
        browser.driver().navigate().refresh();
        browser.element("takt-app", "takt-part", "takt-chart", "canvas");
        browser.within(d -> chart("return chart.shadowRoot.querySelector('takt-weeks').shadowRoot.textContent")
                        .equals(sheet)
                ? true
                : null);
        assertThat(address()).isEqualTo(address);
        browser.element("takt-app", "takt-part", "takt-chart", "[role=group]").sendKeys("t");
        browser.element("takt-app", "takt-part", "takt-chart", "table");
    }

    @Test
    void aSecondVersionIsComparedWithTheReleasedOne() throws Exception {
        assertThat(stack.takt("login", "planner")).isZero();
        assertThat(stack.takt("forecast")).isZero();
        browser.go("/part/DISC?version=2");
        browser.await("Version 2");
        browser.within(d -> chart(
                                "return chart.all.rows.filter((r) => r.name === 'other').map((r) => `${r.number} ${r.isReleased}`).join()")
                        .equals("1 true")
                ? true
                : null);
        browser.await("Released version 1");
        browser.go("/parts?search=DISC&columns=change");
        browser.await("1 part ·");
    }

    /** Rows of the workbook that the page hands to the person, read back. */
    private String workbook() {
        browser.read(
                "window.handed = undefined; URL.createObjectURL = (file) => { window.handed = file; return '#'; };");
        browser.element("takt-app", "takt-parts", "takt-files", "button:nth-of-type(2)")
                .click();
        browser.within(d -> browser.read("return window.handed ? true : null"));
        return browser.driver().executeAsyncScript("""
                        const done = arguments[arguments.length - 1];
                        fetch('/sheet/read', { method: 'POST', body: window.handed, headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } })
                          .then((rows) => rows.text()).then(done, (problem) => done(String(problem)));
                        """).toString();
    }
}
