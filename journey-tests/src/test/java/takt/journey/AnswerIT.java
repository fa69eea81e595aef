package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import takt.proto.capacity.v1.Commitment;
import takt.proto.capacity.v1.CommitmentServiceGrpc;
import takt.proto.capacity.v1.ListCommitmentsRequest;
import takt.proto.capacity.v1.ShortfallReason;

/** A supplier answers on its page, by the keyboard alone, in a real browser on the running stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnswerIT {

    /** Name of the field that is written into. */
    private static final String FOCUSED =
            "let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement; return e?.id";

    private final LocalStack stack = new LocalStack();
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        browser = Browser.open();
        LocalStack.forget();
        stack.up();
        Small.load(stack);
        Small.release(stack);
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        stack.close();
    }

    private WebElement grid() {
        return browser.element("takt-app", "takt-answer", "takt-answer-sheet", "takt-sheet", ".grid");
    }

    /** The answers in force, as the planner reads them. */
    private List<Commitment> commitments() {
        return stack.as("planner", CommitmentServiceGrpc.newBlockingStub(stack.channel(3)))
                .listCommitments(
                        ListCommitmentsRequest.newBuilder().setPageSize(1000).build())
                .getCommitmentsList();
    }

    @Test
    @Order(1)
    void theFirstScreenSaysWhatIsAskedAndByWhen() {
        browser.logIn(Small.LOGIN, "/");
        browser.await("Publication 1 from");
        browser.await("Not answered");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/answer");
        assertThat(browser.text())
                .contains("due Sat 7 Apr, in 5 days", "DISC", "Space takes what is asked", "Submit 0 drafts");
    }

    @Test
    @Order(2)
    void lessWithoutAReasonIsNotSent() {
        grid().sendKeys(Keys.END, "0", Keys.ENTER);
        browser.await("Why less?");
        browser.press(Keys.ARROW_LEFT);
        browser.pressWithControl(Keys.ENTER);
        browser.await("1 week is less than asked for and needs a reason first.");
        assertThat(commitments()).isEmpty();
        browser.pressWithControl("z");
        browser.await("Submit 0 drafts");
    }

    /** Space takes, a number and a reason cut, and nothing is sent before Ctrl+Enter. */
    @Test
    @Order(3)
    void aWeekIsTakenAnotherCutWithAReasonAndBothAreSent() {
        grid().sendKeys(Keys.HOME, " ", Keys.ARROW_RIGHT, "7", Keys.ENTER);
        browser.await("Why less?");
        browser.press("2");
        browser.await("Submit 2 drafts");
        assertThat(commitments()).as("a draft is the supplier's own").isEmpty();
        browser.pressWithControl(Keys.ENTER);
        browser.await("2 answers saved");
        browser.await("Submit 0 drafts");
        List<Commitment> all = commitments();
        assertThat(all).hasSize(2);
        assertThat(all.get(0).getCommitted()).isEqualTo(all.get(0).getDemand());
        assertThat(all.get(1).getCommitted().getThousandths()).isEqualTo(7_000);
        assertThat(all.get(1).getReason()).isEqualTo(ShortfallReason.SHORTFALL_REASON_MATERIAL);
    }

    /** What is pasted shows what is not understood before it is taken. */
    @Test
    @Order(4)
    void aPasteIsShownBeforeItIsTaken() {
        paste("part\tW16 2001\tW17 2001\nDISC\t12\tsoon");
        browser.await("1 cells are understood, 1 are not.");
        assertThat(browser.text()).contains("soon is no number");
        browser.element("takt-app", "takt-answer", "takt-answer-sheet", "[role=alertdialog] button:not(.quiet)")
                .click();
        browser.await("Submit 1 draft");
        grid().click();
        browser.pressWithControl("z");
        browser.await("Submit 0 drafts");
    }

    /** The sheet goes out as a workbook, and what comes in again drafts what it says, the reason too. */
    @Test
    @Order(4)
    void aWorkbookIsTakenAwayAndReadInAgain(@TempDir Path folder) throws Exception {
        browser.go("/answer?tab=all");
        grid().sendKeys(Keys.HOME, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, "9", Keys.ENTER);
        browser.await("Submit 1 draft"); // for the reason that the row had last
        browser.read(
                "window.handed = undefined; URL.createObjectURL = (file) => { window.handed = file; return '#'; };");
        browser.element("takt-app", "takt-answer", "takt-files", "button:nth-of-type(2)")
                .click();
        browser.within(d -> browser.read("return window.handed ? true : null"));
        String content = browser.driver().executeAsyncScript("""
                        const reader = new FileReader();
                        reader.onload = () => arguments[0](reader.result.split(',')[1]);
                        reader.readAsDataURL(window.handed);
                        """).toString();
        Path workbook =
                Files.write(folder.resolve("answers.xlsx"), Base64.getDecoder().decode(content));
        grid().click();
        browser.pressWithControl("z");
        browser.await("Submit 0 drafts");
        browser.element("takt-app", "takt-answer", "takt-answer-sheet", "input[type=file]")
                .sendKeys(workbook.toString());
        browser.await("Submit 1 draft");
        assertThat(browser.text()).contains("• 9 mat");
        grid().click();
        browser.pressWithControl("z");
        browser.await("Submit 0 drafts");
        Files.writeString(folder.resolve("broken.xlsx"), "PK no");
        browser.element("takt-app", "takt-answer", "takt-answer-sheet", "input[type=file]")
                .sendKeys(folder.resolve("broken.xlsx").toString());
        browser.await("The file was not read. It is no workbook that can be read");
    }

    private void paste(String text) {
        grid().click();
        browser.read("""
                const grid = document.querySelector('takt-app').shadowRoot.querySelector('takt-answer').shadowRoot
                  .querySelector('takt-answer-sheet').shadowRoot.querySelector('takt-sheet').shadowRoot.querySelector('.grid');
                const data = new DataTransfer();
                data.setData('text/plain', arguments[0]);
                grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                """, text);
    }

    /** It says first what it will do. */
    @Test
    @Order(5)
    void allWithinCapacityIsOfferedThenTakenThenSent() {
        browser.element("takt-app", "takt-answer", "#within:not([disabled])").click();
        browser.await("weeks as asked, 0 cut to the maximum");
        browser.element("takt-app", "takt-answer", "#take").click();
        browser.element("takt-app", "takt-answer", "#submit").click();
        browser.await("answers saved");
        browser.await("0 weeks open");
        assertThat(commitments().size()).isGreaterThan(30);
    }

    /** A promise is never shown as kept before it is: what cannot be sent stays a draft and says so. */
    @Test
    @Order(6)
    void whatCannotBeSentStaysADraft() {
        browser.go("/answer?tab=all");
        grid().sendKeys(Keys.HOME, " ");
        browser.await("Submit 1 draft");
        browser.read("""
                window.realFetch = window.fetch;
                window.fetch = (url, options) => String(url).includes('SubmitCommitments')
                  ? Promise.reject(new TypeError('Failed to fetch')) : window.realFetch(url, options);
                """);
        browser.pressWithControl(Keys.ENTER);
        browser.await("What is not marked as saved is still a draft. The page has no connection to its server.");
        assertThat(browser.text()).contains("Submit 1 draft").doesNotContain("answers saved");
        browser.read("window.fetch = window.realFetch;");
        browser.element("takt-app", "takt-answer", "[role=alert] button").click();
        browser.await("1 answers saved");
    }

    /** What the one side does is on the other side's screen, and nobody has to ask for it. */
    @Test
    @Order(7)
    void whatTheSupplierAnswersAppearsOnThePlannersScreen() throws Exception {
        try (Browser planner = Browser.open()) {
            planner.logIn("planner", "/part/DISC");
            planner.await("weeks answered");
            assertThat(planner.text()).doesNotContain("1,999");
            grid().sendKeys(Keys.HOME, "1999", Keys.ENTER);
            browser.pressWithControl(Keys.ENTER);
            browser.await("1 answers saved");
            planner.await("1,999");
            assertThat(planner.complaints()).isEmpty();
        }
    }

    /** What a supplier cannot deliver is taken up by the keyboard alone; Enter leads to the part, and back. */
    @Test
    @Order(8)
    void aPlannerTakesUpWhatIsShort() throws Exception {
        try (Browser planner = Browser.open()) {
            planner.logIn("planner", "/inbox?by=supplier");
            planner.await("not committed");
            WebElement alert = planner.element("takt-app", "takt-inbox", "takt-alerts", "tr[data-id]");
            planner.read("arguments[0].focus()", alert);
            planner.press(" ");
            planner.await("Acknowledge 1");
            planner.press("a");
            planner.await("1 alert acknowledged at");
            planner.await("acknowledged by planner");
            planner.element("takt-app", "takt-inbox", "takt-alerts", "#undo").click();
            planner.await("1 alert is open again.");
            planner.within(d -> planner.text().contains("acknowledged by planner") ? null : true);
            planner.read(
                    "arguments[0].focus()", planner.element("takt-app", "takt-inbox", "takt-alerts", "tr[data-id]"));
            planner.press("e");
            planner.within(d -> "owner".equals(planner.read(FOCUSED)) ? true : null);
            planner.press("Pavel");
            planner.press(Keys.ENTER);
            planner.await("gave it to Pavel");
            planner.await("planner opened it again");
            planner.read(
                    "arguments[0].focus()", planner.element("takt-app", "takt-inbox", "takt-alerts", "tr[data-id]"));
            planner.press(Keys.ENTER);
            planner.await("Brake disc");
            planner.driver().navigate().back();
            planner.await("Group by");
            assertThat(planner.driver().getCurrentUrl()).contains("/inbox?by=supplier&alert=");
            assertThat(planner.complaints()).isEmpty();
        }
    }
}
