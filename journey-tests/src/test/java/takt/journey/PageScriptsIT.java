package takt.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chrome.ChromeDriver;
import takt.proto.cause.CauseWords;
import takt.proto.type.v1.Cause;

/** The page's scripts that need no page, in the browser that runs them. */
class PageScriptsIT {

    private static final Path SCRIPTS = Path.of("..", "planner-ui", "src", "main", "resources", "web", "app");
    private static final String PRETTIER = "3.5.3";
    /** With {@code -Dpage.format=write} the scripts are written as they should be. */
    private static final boolean WRITES = "write".equals(System.getProperty("page.format"));

    private static HttpServer server;
    private static ChromeDriver driver;

    @BeforeAll
    static void open() throws IOException {
        driver = Browser.open();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring(1);
            byte[] body = path.isEmpty() ? new byte[0] : bytes(path);
            exchange.getResponseHeaders().add("content-type", path.isEmpty() ? "text/html" : "text/javascript");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        driver.get("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** A script of ours, or one of the formatter's. */
    private static byte[] bytes(String path) throws IOException {
        if (!path.startsWith("prettier/")) {
            return Files.readAllBytes(SCRIPTS.resolve(path));
        }
        String found = "META-INF/resources/_static/prettier/%s/%s".formatted(PRETTIER, path.substring(9));
        try (InputStream in = PageScriptsIT.class.getClassLoader().getResourceAsStream(found)) {
            return Objects.requireNonNull(in, found).readAllBytes();
        }
    }

    @AfterAll
    static void close() {
        if (driver != null) {
            driver.quit();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    /** Evaluates an expression in which {@code m} is the script's module. */
    private static Object evaluate(String script, String expression) {
        List<?> answer = (List<?>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                import('/' + arguments[0])
                  .then((m) => (new Function('m', `return (${arguments[1]});`))(m))
                  .then((value) => done(['is', value]), (problem) => done(['failed', String(problem)]));
                """, script, expression);
        assertThat(answer.get(0)).as("%s: %s", script, answer.get(1)).isEqualTo("is");
        return answer.get(1);
    }

    private static Cause cause(String code, Map<String, Double> figures, Map<String, String> names) {
        return Cause.newBuilder()
                .setCode(code)
                .putAllFigures(figures)
                .putAllNames(names)
                .build();
    }

    private static final Map<String, String> CHOICE =
            Map.of("model", "blend-slow", "segment", "smooth monthly parts", "yardstick", "SEASONAL_NAIVE");
    private static final List<Cause> CAUSES = List.of(
            cause("TOLD", Map.of(), Map.of("words", "As it was told.")),
            cause("HELD_OUT", Map.of("wql", 0.8071, "buckets", 50_000.0, "below", 0.1932), CHOICE),
            cause("HELD_OUT", Map.of("wql", 0.8071, "buckets", 12.0, "below", -0.1932), CHOICE),
            cause("HELD_OUT", Map.of("wql", 0.8071, "buckets", 12.0, "below", 0.004), CHOICE),
            cause(
                    "HELD_OUT",
                    Map.of("wql", 0.8071, "buckets", 12.0),
                    Map.of("model", "a", "segment", "b", "yardstick", "LAST_TWELVE", "better", "nb-ew")),
            cause(
                    "HELD_OUT",
                    Map.of("wql", 0.8071, "buckets", 12.0, "below", 0.25),
                    Map.of("yardstick", "LAST_TWELVE", "model", "a", "segment", "b")),
            cause("NOTHING_HELD_OUT", Map.of(), Map.of("model", "a", "segment", "b", "fallback", "SCHEDULE")),
            cause("NOTHING_HELD_OUT", Map.of(), Map.of("model", "a", "segment", "b", "fallback", "SHORT_HISTORY")),
            cause("NOTHING_KNOWN", Map.of(), Map.of()),
            cause("AVERAGE_DEMAND", Map.of("mean", 12.3456, "dispersion", 0.5), Map.of()),
            cause("PAST_DEMANDS", Map.of("mean", 1234.567), Map.of()),
            cause("LAST_TWELVE_DEMANDS", Map.of(), Map.of()),
            cause("NEVER_ANYTHING", Map.of(), Map.of()),
            cause("SEASON_BEFORE", Map.of(), Map.of()),
            cause("SMOOTHED_LEVEL", Map.of("level", 10.0, "weight", 0.31, "trend", 0.0), Map.of()),
            cause("SMOOTHED_LEVEL", Map.of("level", 10.0, "weight", 0.31, "trend", -1.5), Map.of("seasonal", "true")),
            cause("LEVEL_WITH_DRIFT", Map.of("level", 10.0, "drift", -0.25), Map.of()),
            cause("SEVERAL_AVERAGED", Map.of(), Map.of()),
            cause("REGRESSION_MEAN", Map.of("dispersion", 0.4), Map.of("regression", "BOOSTED")),
            cause("REGRESSION_MEAN", Map.of("dispersion", 0.4), Map.of("regression", "BOOSTED_BY_SEGMENT")),
            cause("REGRESSION_MEAN", Map.of("dispersion", 0.4), Map.of("regression", "ELASTIC_NET")),
            cause("REGRESSION_MEAN", Map.of("dispersion", 0.4), Map.of("regression", "FOREST")),
            cause("REGRESSION_MEAN", Map.of("dispersion", 0.4), Map.of("regression", "SCHEDULE_RATIO")),
            cause("SCHEDULED_USE", Map.of("rate", 0.9871, "lead", 0.0, "next", 412.0), Map.of()),
            cause("SCHEDULED_USE", Map.of("rate", 0.9871, "lead", 1.0, "next", 412.0), Map.of("corrected", "true")),
            cause("SCHEDULED_USE", Map.of("rate", 0.9871, "lead", 3.0, "next", 412.0), Map.of()),
            cause("SERVICE_DEMAND", Map.of("mean", 3.14), Map.of()),
            cause("USED_UNTIL", Map.of(), Map.of("day", "2003-05-31")),
            cause("CLOSED_AT_YEAR_END", Map.of(), Map.of("christmas", "true", "newYear", "true")),
            cause("CLOSED_AT_YEAR_END", Map.of(), Map.of("christmas", "true")),
            cause("CLOSED_AT_YEAR_END", Map.of(), Map.of("newYear", "true")),
            cause("HELD_OUT_COVERAGE", Map.of("low", 0.12, "median", 0.51, "high", 0.88), Map.of()),
            cause(
                    "READ_CORRECTED",
                    Map.of("correction", 12.0, "original", 412.0, "corrected", 655.5),
                    Map.of("bucket", "2001-07-30", "method", "STOCK_OUT")),
            cause("MORE_CORRECTED", Map.of("buckets", 1.0), Map.of()),
            cause("MORE_CORRECTED", Map.of("buckets", 7.0), Map.of()),
            cause("PLANT_CLOSED", Map.of("buckets", 1.0), Map.of("first", "2001-04-16")),
            cause("PLANT_CLOSED", Map.of("buckets", 5.0), Map.of("first", "2001-04-16, 2001-07-30, 2001-08-06")),
            cause("SHUTDOWN", Map.of("closed", 0.8, "expected", 655.0), Map.of()),
            cause("EMPTY_STOCK", Map.of("empty", 4.0, "counted", 7.0, "expected", 655.0), Map.of()),
            cause("TOO_LITTLE", Map.of("expected", 655.0), Map.of()),
            cause("TEN_TIMES", Map.of("expected", 655.0), Map.of()),
            cause("ONCE", Map.of("expected", 655.0), Map.of()),
            cause("LARGEST_ORDER", Map.of("others", 9.0, "next", 120.0), Map.of()));

    @Test
    void thePageSaysOfEachCauseWhatTheCommandLineSays() throws IOException {
        Set<String> tried = CAUSES.stream().map(Cause::getCode).collect(Collectors.toSet());
        assertThat(tried).isEqualTo(CauseWords.codes());
        assertThat(new TreeSet<>((List<?>) evaluate("causes.js", "m.codes"))).isEqualTo(new TreeSet<>(tried));
        for (Cause cause : CAUSES) {
            assertThat(evaluate(
                            "causes.js", "m.sentence(" + JsonFormat.printer().print(cause) + ")"))
                    .isEqualTo(CauseWords.of(cause));
            assertThat(CauseWords.of(cause)).doesNotContain("NaN", "null").endsWith(".");
        }
        assertThat(evaluate("causes.js", "m.sentence({ code: 'OF_A_NEWER_SERVICE' })"))
                .isEqualTo("OF_A_NEWER_SERVICE");
    }

    @Test
    void anAlertSaysHowMuchIsMissingOfHowMuchAndSinceWhen() {
        String alert =
                "m.alertSentence({ kind: 'ALERT_KIND_%s', subject: 'A', supplier: 'BPNL1', weeks: %d, firstWeek: '2001-04-02',"
                        + " critical: %b, gap: { thousandths: '100000', unit: 'H87' }, demand: { thousandths: '700000', unit: 'H87' } })";
        assertThat(evaluate("causes.js", alert.formatted("COMMITMENT_SHORTFALL", 1, false)))
                .isEqualTo("A from BPNL1: 100 pieces of 700 pieces not committed, 1 week from 2001-04-02.");
        assertThat(evaluate("causes.js", alert.formatted("BOTTLENECK", 11, true)))
                .isEqualTo(
                        "A at BPNL1: 100 pieces more than the maximum can make, 11 weeks from 2001-04-02, critical.");
        assertThat(evaluate("causes.js", alert.formatted("BOTTLENECK_FLEXIBLE", 2, false)))
                .isEqualTo(
                        "A at BPNL1: 100 pieces above the actual capacity, within the maximum, 2 weeks from 2001-04-02.");
        assertThat(evaluate("causes.js", alert.formatted("COMMITMENT_OVERDUE", 1, false)))
                .isEqualTo("BPNL1 has not answered, though its time ran out.");
    }

    @Test
    void bucketsFollowTheirCalendarOverTheYearsEnd() {
        assertThat(evaluate("api.js", "m.buckets('2001-12-24', 3, 'CALENDAR_ISO_WEEK')"))
                .isEqualTo(List.of("2001-12-24", "2001-12-31", "2002-01-07"));
        assertThat(evaluate("api.js", "m.buckets('2001-11-01', 3, 'CALENDAR_MONTH')"))
                .isEqualTo(List.of("2001-11-01", "2001-12-01", "2002-01-01"));
        assertThat(evaluate("api.js", "m.buckets('2001-12-30', 3, 'CALENDAR_DAY')"))
                .isEqualTo(List.of("2001-12-30", "2001-12-31", "2002-01-01"));
        assertThat(evaluate("api.js", "m.addDays('2004-02-28', 1)")).isEqualTo("2004-02-29");
    }

    /** One after the other: a late answer, a late problem, a problem, an answer. */
    @Test
    void onlyTheNewestQuestionCountsAndItsProblemEndsWithTheNext() {
        assertThat(evaluate("asking.js", """
                        (async () => {
                          let rendered = 0;
                          const asking = new m.Asking({ requestUpdate: () => { rendered += 1; } });
                          const late = (then) => new Promise((go) => setTimeout(go, 50)).then(then);
                          const first = asking.ask(late(() => 'old'));
                          const second = asking.ask(late(() => { throw new Error('old'); }));
                          const third = asking.ask(Promise.resolve('new'), (known) => known.toUpperCase());
                          const counted = [await third, await first, await second];
                          const known = [asking.value, asking.problem];
                          await asking.ask(Promise.reject(new Error('away')));
                          const failed = [asking.value, asking.problem];
                          await asking.ask(Promise.resolve('newer'));
                          const again = [asking.value, asking.problem];
                          asking.forget();
                          return JSON.stringify([counted, known, failed, again, asking.value === undefined, rendered]);
                        })()"""))
                .isEqualTo("[[true,false,false],[\"NEW\",\"\"],[\"NEW\",\"away\"],[\"newer\",\"\"],true,4]");
    }

    @Test
    void amountsAreInUnitsAndSmallOnesKeepTwoDigits() {
        assertThat(evaluate("api.js", "m.amount('1234500')")).isEqualTo(1234.5);
        assertThat(evaluate("api.js", "m.format(1234.5)")).isEqualTo("1,235");
        assertThat(evaluate("api.js", "m.format(9.456)")).isEqualTo("9.46");
    }

    @Test
    void everyScriptHasTheOneForm() throws IOException {
        List<Path> scripts;
        try (Stream<Path> all = Files.list(SCRIPTS)) {
            scripts =
                    all.filter(file -> file.toString().endsWith(".js")).sorted().toList();
        }
        assertThat(scripts).hasSizeGreaterThan(10);
        for (Path script : scripts) {
            List<?> answer = (List<?>) driver.executeAsyncScript("""
                    const done = arguments[arguments.length - 1];
                    Promise.all(['standalone', 'plugins/babel', 'plugins/estree'].map((m) => import(`/prettier/${m}.mjs`)))
                      .then(([prettier, babel, estree]) => prettier.format(arguments[0], {
                        parser: 'babel', plugins: [babel.default ?? babel, estree.default ?? estree],
                        printWidth: 120, singleQuote: true, embeddedLanguageFormatting: 'off',
                      }))
                      .then((text) => done(['is', text]), (problem) => done(['failed', String(problem)]));
                    """, Files.readString(script));
            assertThat(answer.get(0)).as("%s: %s", script, answer.get(1)).isEqualTo("is");
            if (WRITES) {
                Files.writeString(script, (String) answer.get(1));
            }
            assertThat(Files.readString(script))
                    .as("%s; -Dpage.format=write writes it as it should be", script)
                    .isEqualTo(answer.get(1));
        }
    }
}
