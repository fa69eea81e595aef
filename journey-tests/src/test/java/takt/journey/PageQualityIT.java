package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every page keeps to, in light and dark, wide and narrow: axe, bytes, elements, and nothing that the browser complains of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageQualityIT {

    private static final Map<String, List<String>> PAGES = Map.of(
            "planner",
            List.of(
                    "/",
                    "/parts",
                    "/parts?search=nothing",
                    "/part/DISC",
                    "/part/NOPE",
                    "/inbox",
                    "/data",
                    "/models",
                    "/nowhere"),
            Small.LOGIN,
            List.of("/answer?tab=all", "/answer?tab=short", "/inbox", "/parts"));
    private static final int FIRST_PAINT = 60 << 10;
    private static final int LARGEST_PAGE = 400 << 10;
    private static final long MOST_ELEMENTS = 3_500;

    private final LocalStack stack = new LocalStack();
    private String axe = "";

    @BeforeAll
    void start() throws Exception {
        Browser.open().close(); // skips all of it where there is none
        String found = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(found)) {
            axe = new String(Objects.requireNonNull(in, found).readAllBytes(), StandardCharsets.UTF_8);
        }
        LocalStack.forget();
        stack.up();
        Small.load(stack);
        Small.release(stack);
    }

    @AfterAll
    void stop() throws Exception {
        stack.close();
    }

    /** What axe finds on the page that is shown; one line each. */
    private List<String> violations(Browser browser, String where) {
        if (browser.read("return typeof axe").equals("undefined")) {
            browser.read(axe);
        }
        List<?> found = (List<?>) browser.driver().executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                  .then(({ violations }) => done(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.flat().join(' ') + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? '')).join(' | ')}`)),
                    (problem) => done([String(problem)]));
                """);
        return found.stream().map(v -> where + " " + v).toList();
    }

    private static void settle(Browser browser) throws InterruptedException {
        Thread.sleep(150);
        browser.within(d -> browser.read("""
                const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
                return all(document).some((e) => e.tagName === 'TAKT-SKELETON') ? null : true;
                """) != null ? true : null);
    }

    private static long elements(Browser browser) {
        return (Long) browser.read("""
                const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
                return all(document).length;
                """);
    }

    /** Bytes of scripts as they were sent. */
    private static long scripts(Browser browser) {
        return (Long) browser.read("""
                return performance.getEntriesByType('resource').filter((r) => r.name.endsWith('.js'))
                  .reduce((sum, r) => sum + r.encodedBodySize, 0);
                """);
    }

    @Test
    void everyPageKeepsToItInLightAndDarkWideAndNarrow() throws Exception {
        List<String> found = new ArrayList<>();
        for (int[] size : new int[][] {{1440, 900}, {390, 844}}) {
            for (Map.Entry<String, List<String>> login : PAGES.entrySet()) {
                try (Browser browser = Browser.open(size[0], size[1])) {
                    browser.logIn(login.getKey(), login.getValue().get(0));
                    for (String theme : List.of("light", "dark")) {
                        browser.read("document.documentElement.dataset.theme = arguments[0]", theme);
                        for (String page : login.getValue()) {
                            browser.go(page);
                            settle(browser);
                            String where = "%s %s %d %s".formatted(login.getKey(), page, size[0], theme);
                            found.addAll(violations(browser, where));
                            if (elements(browser) > MOST_ELEMENTS) {
                                found.add("%s has %d elements".formatted(where, elements(browser)));
                            }
                        }
                    }
                    browser.complaints().stream()
                            .filter(complaint ->
                                    !complaint.contains("willReadFrequently")) // axe's own reading of the chart
                            .forEach(complaint -> found.add(login.getKey() + " " + complaint));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** In both languages every page has its words: no key stands in the place of a text. */
    @Test
    void everyPageSpeaksBothLanguages() throws Exception {
        for (String language : List.of("en", "de")) {
            for (Map.Entry<String, List<String>> login : PAGES.entrySet()) {
                try (Browser browser = Browser.open()) {
                    browser.driver().get(LocalStack.page());
                    browser.read(
                            "localStorage.setItem('takt-preferences', JSON.stringify({ language: arguments[0] }))",
                            language);
                    browser.logIn(login.getKey(), login.getValue().get(0));
                    assertThat(browser.read("return document.documentElement.lang"))
                            .isEqualTo(language);
                    for (String page : login.getValue()) {
                        browser.go(page);
                        settle(browser);
                        assertThat(browser.text())
                                .as("%s %s", language, page)
                                .contains(language.equals("de") ? "Abmelden" : "Log out")
                                .doesNotContainPattern(
                                        "\\b(address|alert|alerts|answer|chart|corrections|data|inbox|lines|models|monday|parts|quality|rows|runs|version|waiting)\\.[a-z]")
                                .doesNotContain("undefined", "NaN", "[object");
                    }
                }
            }
        }
    }

    @Test
    void theFirstPaintIsSmallAndTheLargestPageNotLarge() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.driver().get(LocalStack.page());
            browser.await("Password");
            assertThat(scripts(browser)).as("bytes of scripts before the login").isLessThan(FIRST_PAINT);
            browser.logIn("planner", "/parts");
            settle(browser);
            assertThat(scripts(browser)).as("bytes of scripts of the parts").isLessThan(FIRST_PAINT);
            browser.go("/part/DISC");
            settle(browser);
            assertThat(scripts(browser)).as("bytes of scripts with a chart").isLessThan(LARGEST_PAGE);
        }
    }

    @Test
    void theMemoryOfTwoHundredPageChangesIsThatOfTwenty() throws IOException, InterruptedException {
        try (Browser browser = Browser.openWithoutCompiler()) {
            browser.logIn("planner", "/parts");
            long after20 = walk(browser, 20, 200);
            long after200 = walk(browser, 180, 60);
            assertThat(after200).isLessThan(after20 * 12 / 10);
        }
    }

    /** @param pause milliseconds; a page that is left before it is there has loaded nothing, and is no page that was seen */
    private static long walk(Browser browser, int changes, int pause) throws InterruptedException {
        String[] pages = {"/parts", "/part/DISC", "/inbox", "/data", "/models", "/"};
        for (int i = 0; i < changes; i++) {
            browser.go(pages[i % pages.length]);
            Thread.sleep(pause);
        }
        browser.go("/models"); // both are measured where the same is shown
        settle(browser);
        browser.driver().executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
        Map<String, Object> heap = browser.driver().executeCdpCommand("Runtime.getHeapUsage", Map.of());
        // of scripts, of the document, and of buffers
        return Stream.of("usedSize", "embedderHeapUsedSize", "backingStorageSize")
                .mapToLong(part -> ((Number) heap.getOrDefault(part, 0)).longValue())
                .sum();
    }
}
