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
import takt.proto.cause.CauseWords;
import takt.proto.type.v1.Cause;

/** The page's scripts that need no page, in the browser that runs them. */
class PageScriptsIT {

    private static final Path SCRIPTS = Path.of("..", "planner-ui", "src", "main", "resources", "web", "app");
    private static final String PRETTIER = "3.5.3";
    /** With {@code -Dpage.format=write} the scripts are written as they should be. */
    private static final boolean WRITES = "write".equals(System.getProperty("page.format"));

    private static HttpServer server;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
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
        browser.driver().get("http://127.0.0.1:" + server.getAddress().getPort() + "/");
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
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    /** Evaluates an expression in which {@code m} is the script's module. */
    private static Object evaluate(String script, String expression) {
        List<?> answer = (List<?>) browser.driver().executeAsyncScript("""
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
        assertThat(new TreeSet<>((List<?>) evaluate("text/causes.en.js", "m.codes")))
                .isEqualTo(new TreeSet<>(tried));
        for (Cause cause : CAUSES) {
            assertThat(evaluate(
                            "text/causes.en.js",
                            "m.sentence(" + JsonFormat.printer().print(cause) + ")"))
                    .isEqualTo(CauseWords.of(cause));
            assertThat(CauseWords.of(cause)).doesNotContain("NaN", "null").endsWith(".");
        }
        assertThat(evaluate("text/causes.en.js", "m.sentence({ code: 'OF_A_NEWER_SERVICE' })"))
                .isEqualTo("OF_A_NEWER_SERVICE");
    }

    /** The whole, of what, for how long; names stand beside it. */
    @Test
    void anAlertSaysHowMuchIsMissingOfHowMuchAndSinceWhen() {
        String alert = "({ kind: 'ALERT_KIND_%s', weeks: %d, firstWeek: '2001-04-02',"
                + " gap: { thousandths: '100000', unit: 'H87' }, demand: { thousandths: '700500', unit: 'KGM' } })";
        assertThat(evaluate("kit/alert-words.js", "m.shortage" + alert.formatted("COMMITMENT_SHORTFALL", 1)))
                .isEqualTo("100 pieces of 700.5 kilograms not committed");
        assertThat(evaluate("kit/alert-words.js", "m.shortage" + alert.formatted("BOTTLENECK", 11)))
                .isEqualTo("100 pieces above the maximum");
        assertThat(evaluate("kit/alert-words.js", "m.when" + alert.formatted("BOTTLENECK", 1)))
                .isEqualTo("1 week, W14 2001");
        assertThat(evaluate("kit/alert-words.js", "m.when" + alert.formatted("BOTTLENECK", 11)))
                .isEqualTo("11 weeks from W14 2001");
    }

    /** ISO weeks over the years' ends: 31 December 2001 is in week 1 of 2002, 1 January 2005 in week 53 of 2004. */
    @Test
    void weeksAreNamedAsPlannersNameThem() {
        assertThat(evaluate("kit/week.js", "m.weekName('2001-12-31')")).isEqualTo("W01 2002");
        assertThat(evaluate("kit/week.js", "m.weekName('2005-01-01')")).isEqualTo("W53 2004");
        assertThat(evaluate("kit/week.js", "m.weekName('2001-04-09', '2001-04-02')"))
                .isEqualTo("W15");
        assertThat(evaluate("kit/week.js", "m.weekName('2001-12-31', '2001-12-24')"))
                .isEqualTo("W01 2002");
        assertThat(evaluate("kit/week.js", "m.daysBetween('2001-03-24', '2001-04-07')"))
                .isEqualTo(14L);
    }

    @Test
    void bucketsFollowTheirCalendarOverTheYearsEnd() {
        assertThat(evaluate("kit/week.js", "m.buckets('2001-12-24', 3, 'CALENDAR_ISO_WEEK')"))
                .isEqualTo(List.of("2001-12-24", "2001-12-31", "2002-01-07"));
        assertThat(evaluate("kit/week.js", "m.buckets('2001-11-01', 3, 'CALENDAR_MONTH')"))
                .isEqualTo(List.of("2001-11-01", "2001-12-01", "2002-01-01"));
        assertThat(evaluate("kit/week.js", "m.buckets('2001-12-30', 3, 'CALENDAR_DAY')"))
                .isEqualTo(List.of("2001-12-30", "2001-12-31", "2002-01-01"));
        assertThat(evaluate("kit/week.js", "m.addDays('2004-02-28', 1)")).isEqualTo("2004-02-29");
    }

    /** A store with answers by hand: what was asked waits until the test answers it. */
    private static final String STORE = """
            (async () => {
              const waiting = [];
              const ask = (rpc, request, signal) => new Promise((answer, refuse) => {
                waiting.push({ rpc, request, signal, answer, refuse });
                signal.addEventListener('abort', () => refuse(new Error('aborted')));
              });
              const store = new m.Store(ask, () => new Date(0));
              const list = { path: 'forecast/a.List', house: 'forecast', about: ['CHANGED'] };
              const settle = () => new Promise((go) => setTimeout(go));
              const said = [];
              %s
            })()""";

    private static Object store(String script) {
        return evaluate("kit/store.js", STORE.formatted(script));
    }

    @Test
    void oneQuestionIsAskedOnceHoweverManyLookAtIt() {
        assertThat(store("""
                const one = store.entry(list, { part: 'A', page: '' });
                const same = store.entry(list, { part: 'A' });
                store.look(one, () => said.push('first'));
                store.look(same, () => said.push('second'));
                waiting[0].answer({ known: 1 });
                await settle();
                return JSON.stringify([one === same, waiting.length, one.value, said.slice(-2)]);
                """)).isEqualTo("[true,1,{\"known\":1},[\"first\",\"second\"]]");
    }

    /** What nobody looks at any more is not waited for; what was seen is shown at once and asked again behind. */
    @Test
    void whatIsNoLongerWantedIsGivenUpAndWhatWasSeenIsKept() {
        assertThat(store("""
                const entry = store.entry(list, {});
                const away = store.look(entry, () => {});
                away();
                await settle();
                const given = [waiting[0].signal.aborted, entry.problem === undefined];
                store.look(entry, () => {});
                waiting[1].answer('seen');
                await settle();
                store.happened('forecast', 'CHANGED');
                const behind = [entry.value, Boolean(entry.asking), waiting.length];
                waiting[2].answer('new');
                await settle();
                return JSON.stringify([given, behind, entry.value]);
                """)).isEqualTo("[[true,true],[\"seen\",true,3],\"new\"]");
    }

    /** A problem leaves what is known as it is, and ends with the next answer. */
    @Test
    void aProblemIsTheAnswersOwnAndEndsWithTheNext() {
        assertThat(store("""
                const entry = store.entry(list, {});
                store.look(entry, () => {});
                waiting[0].answer('known');
                await settle();
                store.ask(entry);
                waiting[1].refuse(new Error('away'));
                await settle();
                const failed = [entry.value, entry.problem.message];
                store.away('forecast', undefined);
                waiting[2].answer('again');
                await settle();
                return JSON.stringify([failed, entry.value, entry.problem === undefined]);
                """)).isEqualTo("[[\"known\",\"away\"],\"again\",true]");
    }

    /** Only what an event is about is asked again; what changes while it is asked is asked once more. */
    @Test
    void onlyWhatMayHaveChangedIsAskedAgain() {
        assertThat(store("""
                const other = { path: 'sharing/b.List', house: 'sharing', about: ['CHANGED'] };
                const here = store.entry(list, {});
                const there = store.entry(other, {});
                store.look(here, () => {});
                store.look(there, () => {});
                store.happened('forecast', 'CHANGED');
                waiting[0].answer(1);
                waiting[1].answer(1);
                await settle();
                waiting[2].answer(2);
                await settle();
                store.happened('forecast', 'SOMETHING_ELSE');
                store.happened('sharing', 'IMPORT_FINISHED');
                return JSON.stringify([waiting.map((w) => w.rpc.house), here.value]);
                """)).isEqualTo("[[\"forecast\",\"sharing\",\"forecast\",\"sharing\"],2]");
    }

    @Test
    void whoLogsOutLeavesNothingBehind() {
        assertThat(store("""
                store.look(store.entry(list, {}), () => {});
                waiting[0].answer('secret');
                await settle();
                store.clear();
                return JSON.stringify([store.size, store.entry(list, {}).value === undefined]);
                """)).isEqualTo("[0,true]");
    }

    @Test
    void anAddressNamesAPageAndWhatItIsAbout() {
        assertThat(
                        evaluate(
                                "kit/address.js",
                                "JSON.stringify([m.match('/part/:part', '/part/A/'), m.match('/parts', '/parts'), m.match('/part/:part', '/part/'), m.match('/part/:part', undefined)])"))
                .isEqualTo("[{\"part\":\"A\"},{},null,null]");
        assertThat(evaluate(
                        "kit/address.js",
                        "JSON.stringify(m.here({ pathname: '/part/A%2FB', search: '?version=3' }).path)"))
                .isEqualTo("\"/part/A/B\"");
        assertThat(evaluate("kit/address.js", "m.here({ pathname: '/part/%E0%A4%A', search: '' }).path === undefined"))
                .isEqualTo(true);
    }

    /** A schedule that is called off a bucket before the build is shown a bucket earlier; a file begins no formula. */
    @Test
    void aChartsValuesStandWhereTheyBelong() {
        String series =
                "{ firstBucket: '2001-04-02', calendar: 'CALENDAR_ISO_WEEK', mean: [1, 2, 3], quantiles: [0, 9, 0, 9, 0, 9],"
                        + " scheduleDemand: [10, 20, 30], levelCauses: [{ code: 'SCHEDULED_USE', figures: { lead: 1 } }] }";
        assertThat(evaluate(
                        "kit/series.js",
                        "JSON.stringify(m.shown(undefined, %s, [0.1, 0.9]).rows.map((r) => [r.name, r.values]))"
                                .formatted(series)))
                .isEqualTo(
                        "[[\"demand\",[null,null,null]],[\"forecast\",[1,2,3]],[\"quantile\",[0,0,0]],[\"quantile\",[9,9,9]],[\"schedule\",[20,30,null]]]");
        assertThat(evaluate("kit/series.js", "m.csv(['a', '=cmd()'], [[1, null], ['x,\"y\"', -2]])"))
                .isEqualTo("a,'=cmd()\r\n1,\r\n\"x,\"\"y\"\"\",-2");
    }

    /** A language says all that English says, with the same values in it. */
    @Test
    void everyLanguageSaysEverything() {
        String values =
                "Object.fromEntries(Object.entries(m.%s).map(([k, v]) => [k, [...new Set(JSON.stringify(v).match(/\\{\\w+\\}/g) ?? [])].sort().join()]))";
        assertThat(evaluate("text/de.js", "JSON.stringify(" + values.formatted("de") + ")"))
                .isEqualTo(evaluate("text/en.js", "JSON.stringify(" + values.formatted("en") + ")"));
        assertThat(evaluate("kit/words.js", "m.t('alert.when', { count: 2, week: 'W14' })"))
                .isEqualTo("2 weeks from W14");
        assertThat(
                        evaluate(
                                "kit/words.js",
                                "m.speak('de-CH').then(() => [m.t('alert.when', { count: 2, week: 'W14' }), m.speak('en')][0])"))
                .isEqualTo("2 Wochen ab W14");
    }

    @Test
    void amountsAreInUnitsAndSmallOnesKeepTwoDigits() {
        assertThat(evaluate("kit/number.js", "m.amount('1234500')")).isEqualTo(1234.5);
        assertThat(evaluate("kit/number.js", "m.format(1234.5)")).isEqualTo("1,235");
        assertThat(evaluate("kit/number.js", "m.format(9.456)")).isEqualTo("9.46");
    }

    @Test
    void everyScriptHasTheOneForm() throws IOException {
        List<Path> scripts;
        try (Stream<Path> all = Files.walk(SCRIPTS)) {
            scripts =
                    all.filter(file -> file.toString().endsWith(".js")).sorted().toList();
        }
        assertThat(scripts).hasSizeGreaterThan(10);
        for (Path script : scripts) {
            List<?> answer = (List<?>) browser.driver().executeAsyncScript("""
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
