package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.WindowType;
import takt.proto.forecast.v1.ImportKind;

/** A page that stays open all day: what happens is on it, and what it cannot know it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivePageIT {

    private final LocalStack stack = new LocalStack();
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        browser = Browser.open();
        LocalStack.forget();
        stack.up();
        Small.load(stack);
        browser.logIn("planner", "/parts");
        browser.await("Brake disc");
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        stack.close();
    }

    private void importPart(String part) throws Exception {
        new Sender(stack)
                .send(
                        ImportKind.IMPORT_KIND_PARTS,
                        "part,description,unit,family,category",
                        part + ",New part " + part + ",H87,BRAKE,SR99");
    }

    private String streams() {
        return stack.page("operator")
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("takt_live_pages"))
                .findFirst()
                .orElse("none");
    }

    @Test
    void whatSomebodyElseImportsAppearsByItself() throws Exception {
        browser.go("/parts");
        browser.await("Brake disc");
        importPart("A-NEW-ONE");
        browser.await("New part A-NEW-ONE");
    }

    @Test
    void eightTabsHoldOneStreamAndTheNextTakesOver() throws Exception {
        String first = browser.driver().getWindowHandle();
        Set<String> opened = new TreeSet<>();
        for (int i = 0; i < 7; i++) {
            browser.driver().switchTo().newWindow(WindowType.TAB);
            opened.add(browser.driver().getWindowHandle());
            browser.driver().get(LocalStack.page() + "/parts");
            browser.await("Brake disc");
        }
        assertThat(streams()).endsWith(" 1.0");
        browser.driver().switchTo().window(first);
        browser.driver().close(); // it led
        String last = opened.iterator().next();
        browser.driver().switchTo().window(last);
        browser.within(d -> streams().endsWith(" 1.0") ? true : null);
        importPart("AFTER-THE-FIRST");
        for (String tab : opened) {
            browser.driver().switchTo().window(tab);
            browser.await("New part AFTER-THE-FIRST");
        }
        for (String tab : List.copyOf(opened)) {
            if (!tab.equals(last)) {
                browser.driver().switchTo().window(tab).close();
            }
        }
        browser.driver().switchTo().window(last);
    }

    @Test
    void aServiceThatDiesIsSaidToAndWhenItIsBackTheStripGoes() throws Exception {
        browser.go("/inbox");
        browser.await("Nothing is short at the moment.");
        stack.kill("capacity-service");
        browser.await("The capacity service does not answer since");
        browser.go("/parts");
        browser.await("Brake disc");
        awaitNoStrip("does not answer since");
        browser.go("/inbox");
        browser.await("Nothing is short at the moment.");
        assertThat(browser.text()).doesNotContain("Try again");
    }

    /** What was imported while the page's own server was away is there when it is back. */
    @Test
    void aServerOfThePageThatIsStartedAgainLosesNothing() throws Exception {
        browser.go("/parts");
        browser.await("Brake disc");
        stack.kill("planner-ui");
        importPart("MEANWHILE");
        browser.await("Not connected since");
        browser.await("New part MEANWHILE");
        awaitNoStrip("Not connected since");
        assertThat(browser.text()).doesNotContain("Password");
    }

    private void awaitNoStrip(String words) throws InterruptedException {
        for (int i = 0; i < 600 && browser.text().contains(words); i++) {
            Thread.sleep(100);
        }
        assertThat(browser.text()).doesNotContain(words);
    }
}
