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
        assertThat(new TreeSet<>((List<?>) evaluate("text/causes.de.js", "m.codes")))
                .isEqualTo(new TreeSet<>(tried));
        for (Cause cause : CAUSES) {
            assertThat(evaluate(
                            "text/causes.en.js",
                            "m.sentence(" + JsonFormat.printer().print(cause) + ")"))
                    .isEqualTo(CauseWords.of(cause));
            assertThat(CauseWords.of(cause)).doesNotContain("NaN", "null").endsWith(".");
            assertThat((String) evaluate(
                            "text/causes.de.js",
                            "m.sentence(" + JsonFormat.printer().print(cause) + ")"))
                    .doesNotContain("NaN", "null", "undefined")
                    .endsWith(".");
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
              const list = { path: 'forecast/a.List', service: 'forecast', about: ['CHANGED'] };
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

    /** A first paint answers questions that wait for it; what it does not bring is asked then. */
    @Test
    void whatAFirstPaintBringsIsNotAskedForBesideIt() {
        assertThat(store("""
                let paint;
                store.paints(new Promise((go) => { paint = go; }));
                const brought = store.entry(list, { part: 'A' });
                const other = store.entry(list, { part: 'B' });
                store.look(brought, () => {});
                store.look(other, () => {});
                const before = waiting.length;
                store.prime([{ service: 'forecast', rpc: 'a.List', request: { part: 'A' }, answer: 'painted' }], () => list);
                paint();
                await settle();
                return JSON.stringify([before, brought.value, waiting.map((w) => w.request.part)]);
                """)).isEqualTo("[0,\"painted\",[\"B\"]]");
    }

    /** The paint was made before it happened: what it brings may be old, and is asked anew. */
    @Test
    void whatHappensWhileAFirstPaintIsMadeIsNotForgotten() {
        assertThat(store("""
                let paint;
                store.paints(new Promise((go) => { paint = go; }));
                const seen = store.entry(list, { part: 'A' });
                store.look(seen, () => {});
                store.happened('forecast', 'CHANGED');
                const painted = ['A', 'B'].map((part) => ({ service: 'forecast', rpc: 'a.List', request: { part }, answer: 'old' }));
                store.prime(painted, () => list);
                paint();
                await settle();
                const asked = waiting.map((w) => w.request.part);
                waiting[0].answer('new');
                await settle();
                const later = store.entry(list, { part: 'B' });
                store.look(later, () => {});
                return JSON.stringify([asked, seen.value, later.value, waiting.map((w) => w.request.part)]);
                """)).isEqualTo("[[\"A\"],\"new\",\"old\",[\"A\",\"B\"]]");
    }

    /** Only what an event is about is asked again; what changes while it is asked is asked once more. */
    @Test
    void onlyWhatMayHaveChangedIsAskedAgain() {
        assertThat(store("""
                const other = { path: 'sharing/b.List', service: 'sharing', about: ['CHANGED'] };
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
                return JSON.stringify([waiting.map((w) => w.rpc.service), here.value]);
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

    @Test
    void whatStoodBesideItInItsListIsAStepAway() {
        assertThat(
                        evaluate(
                                "kit/trail.js",
                                "(m.lay(['/part/A', '/part/B']), [m.beside('/part/A', 1), m.beside('/part/B', 1) ?? 'none', m.beside('/part/B', -1), m.beside('/part/C', 1) ?? 'none'].join())"))
                .isEqualTo("/part/B,none,/part/A,none");
    }

    /** No column of the sheet holds known and expected weeks; a week that is not known makes no sum. */
    @Test
    void columnsOfTheSheetSumUpWhatStandsAboveThem() {
        assertThat(evaluate("kit/spans.js", "m.spans(2, 11, 5, 20, 58).map((s) => `${s.from}-${s.to}`).join()"))
                .as("four weeks of 20 pixels have room, counted from the first week ahead to both sides")
                .isEqualTo("2-4,5-8,9-11");
        assertThat(evaluate("kit/spans.js", "m.spans(2, 4, 5, 60, 58).map((s) => `${s.from}-${s.to}`).join()"))
                .isEqualTo("2-2,3-3,4-4");
        assertThat(
                        evaluate(
                                "kit/spans.js",
                                "[m.summed([1, 2, 4, null], { from: 0, to: 2 }), String(m.summed([1, 2, 4, null], { from: 2, to: 3 }))].join()"))
                .isEqualTo("7,null");
    }

    /** A week that not every supplier has answered is no promise. */
    @Test
    void whatIsPromisedIsWhatAllHavePromised() {
        String lines = "[{ id: 'a', customerSite: 'W', demandThousandths: ['5000', '6000', '0'] },"
                + " { id: 'b', customerSite: 'W', demandThousandths: ['1000', '2000', '0'] },"
                + " { id: 'c', customerSite: 'E', demandThousandths: ['9000'] }]";
        String answers = "[['a', '2001-04-02', 4000], ['b', '2001-04-02', 1000], ['a', '2001-04-09', 6000]]"
                + ".map(([lineId, week, thousandths]) => ({ lineId, week, committed: { thousandths } }))";
        assertThat(evaluate(
                        "page/part/promised.js",
                        "JSON.stringify([...m.promisedFor('W', %s, () => '2001-04-02', %s)])"
                                .formatted(lines, answers)))
                .isEqualTo("[[\"2001-04-02\",{\"committed\":5,\"gap\":-1}]]");
        String zoned = "[{ customerSite: 'W', firmWeeks: 1, productionWeeks: 1, materialWeeks: 3 }%s]";
        assertThat(evaluate(
                        "page/part/promised.js",
                        "JSON.stringify(m.zonesOf('W', %s, () => '2001-04-02', (z) => z))"
                                .formatted(zoned.formatted(""))))
                .isEqualTo("[{\"name\":\"firm\",\"from\":\"2001-04-02\",\"to\":\"2001-04-09\"},"
                        + "{\"name\":\"material\",\"from\":\"2001-04-09\",\"to\":\"2001-04-23\"}]");
        assertThat(
                        evaluate(
                                "page/part/promised.js",
                                "m.zonesOf('W', %s, () => '2001-04-02', (z) => z).length"
                                        .formatted(
                                                zoned.formatted(
                                                        ", { customerSite: 'W', firmWeeks: 2, productionWeeks: 2, materialWeeks: 3 }"))))
                .as("two suppliers with other zones")
                .isEqualTo(0L);
    }

    /** A schedule that is called off a bucket before the build is shown a bucket earlier; a file begins no formula. */
    @Test
    void aChartsValuesStandWhereTheyBelong() {
        String series =
                "{ firstBucket: '2001-04-02', calendar: 'CALENDAR_ISO_WEEK', mean: [1, 2, 3], quantiles: [0, 9, 0, 9, 0, 9],"
                        + " scheduleDemand: [10, 20, 30], levelCauses: [{ code: 'SCHEDULED_USE', figures: { lead: 1 } }] }";
        assertThat(evaluate(
                        "kit/series.js",
                        "JSON.stringify(m.shown({ series: %s, levels: [0.1, 0.9], promised: new Map([['2001-04-09', { committed: 5, gap: -4 }]]), today: '2001-04-11', others: [{ number: 7, series: { firstBucket: '2001-03-26', calendar: 'CALENDAR_ISO_WEEK', mean: [8, 9] } }], zones: [{ name: 'firm', from: '2001-04-02', to: '2001-04-16' }] }).rows.map((r) => [r.name, r.values]))"
                                .formatted(series)))
                .isEqualTo(
                        "[[\"demand\",[null,null,null]],[\"forecast\",[1,2,3]],[\"quantile\",[0,0,0]],[\"quantile\",[9,9,9]],[\"other\",[9,null,null]],[\"schedule\",[20,30,null]],[\"committed\",[null,5,null]],[\"gap\",[null,-4,null]]]");
        assertThat(evaluate("kit/file.js", "m.csv(['a', '=cmd()'], [[1, null], ['x,\"y\"', -2]])"))
                .isEqualTo("a,'=cmd()\r\n1,\r\n\"x,\"\"y\"\"\",-2");
    }

    /** What could be read in two ways is asked about; what shows its decimal mark by itself is not. */
    @Test
    void aNumberThatCouldBeReadInTwoWaysIsUnclear() {
        String all =
                "['1.234', '1,234', '1.234,5', '1,234.5', '1.234.567', '0,5', '12.3456', ' 1 234 ', \"1'234\", '-4', 'abc', '1.2.3', '0.123', '1,23,456.7']";
        assertThat(
                        evaluate(
                                "kit/parse.js",
                                all
                                        + ".map((text) => { const n = m.number(text); return n.unclear ? '?' : n.value ?? 'none'; }).join(' ')"))
                .isEqualTo("? ? 1234.5 1234.5 1234567 0.5 12.3456 1234 1234 -4 none none 0.123 none");
        assertThat(
                        evaluate(
                                "kit/parse.js",
                                "[m.number('1.234', ',').value, m.number('1.234', '.').value, m.markOf(['1.234', '0,5']), m.markOf(['1.5', '0,5']), m.markOf(['7'])].join('|')"))
                .isEqualTo("1234|1.234|,||");
        assertThat(evaluate("kit/parse.js", "JSON.stringify(m.cells('a\\t\"b\\nc\"\\r\\n1\\t\\n'))"))
                .isEqualTo("[[\"a\",\"b\\nc\"],[\"1\",\"\"]]");
    }

    @Test
    void aSelectionFollowsTheKeysOfASpreadsheet() {
        String at =
                "{ row: 2, column: 3, fromRow: 2, fromColumn: 3 }, '%s', { rows: 10, columns: 8, page: 4 }, { ctrlKey: %b, shiftKey: %b }";
        String moved = "(({ row, column, fromRow, fromColumn }) => [row, column, fromRow, fromColumn].join())(m.moved("
                + at + "))";
        assertThat(evaluate("kit/selection.js", moved.formatted("ArrowDown", false, false)))
                .isEqualTo("3,3,3,3");
        assertThat(evaluate("kit/selection.js", moved.formatted("ArrowRight", true, true)))
                .isEqualTo("2,7,2,3");
        assertThat(evaluate("kit/selection.js", moved.formatted("End", true, false)))
                .isEqualTo("9,7,9,7");
        assertThat(evaluate("kit/selection.js", moved.formatted("PageUp", false, true)))
                .isEqualTo("0,3,2,3");
        assertThat(evaluate("kit/selection.js", moved.formatted("Home", false, false)))
                .isEqualTo("2,0,2,0");
        assertThat(evaluate("kit/selection.js", "m.moved(" + at.formatted("x", false, false) + ") === undefined"))
                .isEqualTo(true);
    }

    /**
     * Two lines and three weeks. Before, the disc was asked for 100, 100, 100 and answered with 100 and 80; now it is asked
     * for 100, 150, 100. The pad is new.
     */
    private static final String ANSWERS = """
            (() => {
              const line = (id, part, demand, pack) => ({ id, part, customerSite: 'S', category: 'C', customer: 'X', unit: 'H87',
                packThousandths: pack ?? '0', demandThousandths: demand.map((d) => String(1000 * d)) });
              const answer = (lineId, week, amount, reason) => ({ lineId, week, committed: { thousandths: String(1000 * amount) },
                reason: `SHORTFALL_REASON_${reason ?? 'UNSPECIFIED'}` });
              const now = { publication: { id: 'p2', weeks: 3, firstWeek: '2001-04-02' }, commitments: [answer('d2', '2001-04-02', 100)],
                lines: [line('d2', 'DISC', [100, 150, 100]), line('p2', 'PAD', [30, 0, 70], '10000')] };
              const before = { publication: { id: 'p1', weeks: 3, firstWeek: '2001-04-02' }, lines: [line('d1', 'DISC', [100, 100, 100])],
                commitments: [answer('d1', '2001-04-02', 100), answer('d1', '2001-04-09', 80, 'MATERIAL')] };
              const answers = new m.Answers(now, before);
              %s
            })()""";

    private static Object answers(String script) {
        return evaluate("page/answer/answers.js", ANSWERS.formatted(script));
    }

    @Test
    void aSupplierSeesWhatChangedAndWhatItSaidLast() {
        assertThat(
                        answers(
                                "return JSON.stringify([answers.change(0, 0), answers.change(0, 1), answers.change(1, 0) ?? null, answers.last(0, 1), answers.last(0, 0).isCleared, answers.open])"))
                .isEqualTo("[0,50000,null,{\"amount\":80000,\"reason\":\"MATERIAL\",\"isCleared\":true},false,4]");
        assertThat(
                        answers(
                                "return JSON.stringify(['changed', 'open', 'short', 'all'].map((tab) => answers.rows(tab)).concat([answers.rows('all', 'pad')]))"))
                .isEqualTo("[[0],[0,1],[],[0,1],[1]]");
    }

    /** Each step is taken back and done again; a reason is remembered for its row. */
    @Test
    void draftsAreTakenBackStepByStep() {
        assertThat(answers("""
                answers.set([{ row: 0, column: 1, amount: 120000 }]);
                const lacks = answers.lackingReason.join();
                answers.explain([{ row: 0, column: 1 }], 'CAPACITY');
                answers.set([{ row: 0, column: 2, amount: 0 }, { row: 1, column: 0, amount: 30000 }]);
                const remembered = answers.draft(0, 2).reason;
                answers.undo();
                answers.undo();
                const back = [answers.drafted, answers.draft(0, 1).reason ?? 'none'];
                answers.redo();
                return JSON.stringify([lacks, remembered, back, answers.outgoing()]);
                """))
                .isEqualTo(
                        "[\"0 1\",\"CAPACITY\",[1,\"none\"],[{\"row\":0,\"column\":1,\"answer\":{\"lineId\":\"d2\",\"week\":\"2001-04-09\",\"committedThousandths\":\"120000\",\"reason\":\"SHORTFALL_REASON_CAPACITY\"}}]]");
    }

    /** A week whose demand is another keeps no draft: what was drafted was an answer to something else. */
    @Test
    void aNewPublicationTakesOverDraftsWhereTheSameIsAsked() {
        assertThat(answers("""
                answers.set([{ row: 0, column: 1, amount: 120000, reason: 'CAPACITY' }, { row: 0, column: 2, amount: 100000 }, { row: 1, column: 0, amount: 30000 }]);
                const next = new m.Answers({ publication: { id: 'p3', weeks: 3, firstWeek: '2001-04-09' }, commitments: [],
                  lines: [line('d3', 'DISC', [150, 90, 100])] });
                return JSON.stringify([next.carry(answers), next.outgoing().map((o) => [o.row, o.column, o.answer.lineId, o.answer.reason])]);
                """)).isEqualTo("[{\"kept\":1,\"dropped\":2},[[0,0,\"d3\",\"SHORTFALL_REASON_CAPACITY\"]]]");
    }

    /** What was typed while its earlier value was on its way is not taken for sent. */
    @Test
    void aDraftThatChangesWhileItIsSentStaysADraft() {
        assertThat(answers("""
                answers.set([{ row: 0, column: 1, amount: 150000 }]);
                const sent = answers.outgoing();
                answers.set([{ row: 0, column: 1, amount: 160000 }]);
                answers.settle(sent, []);
                return JSON.stringify([answers.drafted, answers.draft(0, 1).amount]);
                """)).isEqualTo("[1,160000]");
    }

    /** What is refused stays a draft with its reason; what is taken is no draft any more. */
    @Test
    void whatIsRefusedStaysADraft() {
        assertThat(answers("""
                answers.set([{ row: 0, column: 1, amount: 150000 }, { row: 1, column: 0, amount: 30000 }]);
                answers.settle(answers.outgoing(), [{ index: 1, reason: 'LINE_UNKNOWN' }]);
                return JSON.stringify([answers.drafted, answers.draft(1, 0).amount, answers.refusal(1, 0).reason, answers.draft(0, 1) ?? null]);
                """)).isEqualTo("[1,30000,\"LINE_UNKNOWN\",null]");
    }

    /**
     * The group makes 200 a week at most, a pad loads it with 2. Week 1: the disc's 100 are promised, so 100 are left for
     * pads that need 60: as asked. Week 2: the disc's 150 fit. Week 3: 100 discs and 70 pads need 240, so each gets
     * 200 / 240 of what it asks: 83 discs, and 58.3 pads in packs of 10: 50.
     */
    @Test
    void allWithinCapacityIsEachOnesShareInWholePacks() {
        String group =
                "{ name: 'Line', unit: 'H87', links: [{ part: 'DISC', customerSite: 'S', category: 'C', loadFactor: '' }, { part: 'PAD', customerSite: 'S', category: 'C', loadFactor: '2' }],"
                        + " weeks: ['2001-04-02', '2001-04-09', '2001-04-16'].map((week) => ({ week, actualThousandths: '150000', maximumThousandths: '200000' })) }";
        assertThat(evaluate("page/answer/capacity.js", """
                import('/page/answer/answers.js').then((a) => {
                  const answers = %s;
                  const groups = new m.Groups([%s], answers);
                  const { changes, cut, whole, unknown } = groups.withinCapacity();
                  return JSON.stringify([changes.map((c) => [c.row, c.column, c.amount / 1000, c.reason ?? '']), cut, whole, unknown,
                    [0, 1, 2].map((column) => groups.state(groups.groups[0], column))]);
                })""".formatted(
                                ANSWERS.formatted("return answers;").replace("new m.Answers", "new a.Answers"), group)))
                .isEqualTo(
                        "[[[0,1,150,\"\"],[0,2,83,\"CAPACITY\"],[1,0,30,\"\"],[1,2,50,\"CAPACITY\"]],2,2,0,[\"flexible\",\"within\",\"bottleneck\"]]");
    }

    /** By headings in any order, by position from the selected cell, and with what is not understood. */
    @Test
    void aPasteIsTakenByItsHeadingsOrByPosition() {
        String paste = "import('/page/answer/answers.js').then((a) => { const answers = "
                + ANSWERS.formatted("return answers;").replace("new m.Answers", "new a.Answers")
                + "; const { changes, notes, isUnclear } = m.pasted(%s, answers, [1, 0], { index: 0, column: 1 }, '%s');"
                + " return JSON.stringify([changes.map((c) => [c.row, c.column, c.amount / 1000]), notes.map((n) => [n.cell, n.why]), isUnclear]); })";
        assertThat(evaluate(
                        "page/answer/paste.js",
                        paste.formatted(
                                "'part\\tW16\\tsite\\t2001-04-09\\nPAD\\t7,5\\tS\\t\\nNOPE\\t1\\tS\\t2\\nDISC\\tten\\tS\\t-1'",
                                "")))
                .isEqualTo(
                        "[[[1,2,7.5]],[[\"NOPE\",\"no-line\"],[\"ten\",\"no-number\"],[\"-1\",\"negative\"]],false]");
        assertThat(evaluate("page/answer/paste.js", paste.formatted("'5\\t6\\t7\\n8'", "")))
                .isEqualTo("[[[1,1,5],[1,2,6],[0,1,8]],[[\"7\",\"outside\"]],false]");
        assertThat(evaluate("page/answer/paste.js", paste.formatted("'1.234'", "")))
                .isEqualTo("[[],[[\"1.234\",\"unclear\"]],true]");
        assertThat(evaluate("page/answer/paste.js", paste.formatted("'1.234'", ",")))
                .isEqualTo("[[[1,1,1234]],[],false]");
        assertThat(
                        evaluate(
                                "page/answer/paste.js",
                                "['KW17/2001', '2001-W17', 'w17', '23.04.2001', '2001-04-23', 'W60', 'site'].map((h) => m.columnOf(h, ['2001-04-16', '2001-04-23']) ?? 'none').join()"))
                .isEqualTo("1,1,1,1,1,none,none");
    }

    /** Out and in again nothing has changed; elsewhere it drafts all of it, the reasons too, in whatever order weeks stand. */
    @Test
    void aSheetComesBackWithoutLoss() {
        String fresh = ANSWERS.formatted("return answers;").replace("new m.Answers", "new a.Answers");
        assertThat(evaluate("page/answer/sheet.js", """
                Promise.all([import('/page/answer/answers.js'), import('/page/answer/paste.js')]).then(([a, p]) => {
                  const answers = %1$s;
                  answers.set([{ row: 0, column: 1, amount: 1000, reason: 'LEAD_TIME' }, { row: 1, column: 2, amount: 99999 }]);
                  const { head, rows } = m.sheetOf(answers);
                  const table = [head, ...rows].map((row) => row.map((cell) => (cell == null ? '' : String(cell))));
                  const shuffled = table.map((row) => [...row.slice(0, 3), ...row.slice(3).reverse()]);
                  const read = (rows, into) => p.pastedRows(rows, into, [0, 1], { index: 0, column: 0 }, '.');
                  const told = ({ changes, notes }) => [changes.map((c) => [c.row, c.column, c.amount, c.reason ?? '']).sort().join(' '), notes.length];
                  const another = table.map((row) => row.map((cell) => (cell === 'lead time' ? 'flu' : cell)));
                  return JSON.stringify([told(read(table, answers)), told(read(table, %1$s)), told(read(shuffled, %1$s)), read(another, answers).notes]);
                })""".formatted(fresh)))
                .isEqualTo(
                        "[[\"\",0],[\"0,1,1000,LEAD_TIME 1,2,99999,\",0],[\"0,1,1000,LEAD_TIME 1,2,99999,\",0],[{\"cell\":\"flu\",\"why\":\"no-reason\"}]]");
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
