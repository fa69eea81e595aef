package takt.forecast.adapter.db.version;

import static org.assertj.core.api.Assertions.assertThat;

import db.migration.ImportReports;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import takt.forecast.usecase.version.port.PartSummaries.Found;
import takt.forecast.usecase.version.port.PartSummaries.Grouping;
import takt.forecast.usecase.version.port.PartSummaries.Order;
import takt.forecast.usecase.version.port.PartSummaries.Place;
import takt.forecast.usecase.version.port.PartSummaries.Wanted;
import takt.forecast.version.PartSummary;
import takt.forecast.version.PartSummary.Expected;

/** Amounts of whole weeks and months, worked by hand. */
class DbPartSummariesTest {

    private static final UUID OLD = new UUID(0, 1);
    private static final UUID NEW = new UUID(0, 2);
    private static final UUID NONE = new UUID(0, 0);
    private static final Wanted ALL = new Wanted("", "", "");

    private static EmbeddedPostgres postgres;
    private static Vertx vertx;
    private static Pool pool;

    @BeforeAll
    static void aWeekAgoWeeksCountedUpFromOneAndNowEachIsTen() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .javaMigrations(new ImportReports())
                .load()
                .migrate();
        vertx = Vertx.vertx();
        pool = PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setPort(postgres.getPort())
                        .setDatabase("postgres")
                        .setUser("postgres"))
                .using(vertx)
                .build();
        for (String part : List.of(
                "('BRAKE-1', 'Brake, 100% new', 'H87', 'BRAKE', 'SR99'",
                "('LIGHT-1', 'Headlight', 'H87', 'LIGHT', 'SR99'",
                "('LIGHT-2', 'Rear light', 'H87', 'LIGHT', 'SR99'",
                "('SPARE-1', 'Carburettor', 'H87', 'FUEL', 'A1S1'")) {
            run("insert into part values " + part + ", 1, gen_random_uuid())");
        }
        run(
                "insert into training_run (id, request_id, state, series, snapshot_hash, seed, problem, details, started_by,"
                        + " created_at) values ('%s', gen_random_uuid(), 'SUCCEEDED', 1, '', 1, '', '', 'olga', now())"
                                .formatted(NONE));
        version(OLD, 1);
        version(NEW, 2);
        series(
                OLD,
                0,
                "LIGHT-1",
                "WEST",
                "ISO_WEEK",
                "2001-04-02",
                IntStream.rangeClosed(1, 52).asDoubleStream());
        series(
                NEW,
                0,
                "LIGHT-1",
                "WEST",
                "ISO_WEEK",
                "2001-04-09",
                DoubleStream.generate(() -> 10).limit(52));
        series(
                NEW,
                1,
                "LIGHT-2",
                "WEST",
                "ISO_WEEK",
                "2001-04-09",
                DoubleStream.generate(() -> 2).limit(26));
        series(
                OLD,
                1,
                "SPARE-1",
                "EAST",
                "MONTH",
                "2001-03-01",
                DoubleStream.generate(() -> 5).limit(12));
        series(
                NEW,
                2,
                "SPARE-1",
                "EAST",
                "MONTH",
                "2001-04-01",
                DoubleStream.generate(() -> 4).limit(12));
        run("insert into demand values ('LIGHT-1', 'WEST', 'ISO_WEEK', '2001-04-02', 9000, 1, gen_random_uuid()),"
                + " ('LIGHT-1', 'WEST', 'ISO_WEEK', '2001-04-02', 7500, 2, gen_random_uuid()),"
                + " ('LIGHT-1', 'WEST', 'ISO_WEEK', '2001-03-19', 3000, 1, gen_random_uuid())");
    }

    @AfterAll
    static void stop() throws IOException {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        postgres.close();
    }

    private static void run(String sql) {
        pool.query(sql).execute().await().atMost(Duration.ofSeconds(20));
    }

    private static void version(UUID id, int number) {
        run(
                "insert into forecast_version (id, request_id, number, run_id, business_date, created_at, created_by, series,"
                        + " snapshot_hash, seed, levels) values ('%s', gen_random_uuid(), %d, '%s', now(), now(), 'olga', 1, '', 1, '{0.5}')"
                                .formatted(id, number, NONE));
    }

    private static void series(
            UUID version, int ordinal, String part, String site, String calendar, String first, DoubleStream mean) {
        run(
                ("insert into forecast_series (version_id, ordinal, part, site, calendar, category, unit, first_bucket, mean,"
                                + " quantiles, model, reason, schedule_demand, explanation)"
                                + " values ('%s', %d, '%s', '%s', '%s', 'SR99', 'H87', '%s', array%s, '{}', 'nb-ew', '{}', '{}', '{}')")
                        .formatted(
                                version,
                                ordinal,
                                part,
                                site,
                                calendar,
                                first,
                                mean.boxed().toList()));
    }

    private static Found find(UUID version, UUID against, Wanted wanted, Place place) {
        return new DbPartSummaries(pool)
                .find(version, against, wanted, place)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static List<String> order(Order order, boolean isDescending) {
        return find(NEW, OLD, ALL, new Place(order, isDescending, 0, 50)).some().stream()
                .map(summary -> summary.part().part())
                .toList();
    }

    private static Expected expected(String part) {
        PartSummary summary = find(NEW, OLD, new Wanted(part, "", ""), new Place(Order.PART, false, 0, 50))
                .some()
                .get(0);
        return summary.expected().orElseThrow();
    }

    @Test
    void weeksAreSummedAndComparedWithTheSameWeeksOfTheVersionBefore() {
        Expected light = expected("light-1");
        assertThat(light.next4()).hasValue(40);
        assertThat(light.next13()).hasValue(130);
        assertThat(light.next52()).hasValue(520);
        // the weeks from 9 April on were 2 to 14 a week ago: 104
        assertThat(light.change13()).hasValue(26);
    }

    @Test
    void monthsStandForWeeks() {
        Expected spare = expected("SPARE");
        assertThat(spare.next4()).hasValue(4);
        assertThat(spare.next13()).hasValue(12);
        assertThat(spare.next52()).hasValue(48);
        assertThat(spare.change13()).hasValue(-3);
        assertThat(spare.ahead()).hasSize(6);
        assertThat(spare.known()).hasSize(12).containsOnly(Float.NaN);
    }

    @Test
    void whatTheHorizonDoesNotReachIsNotKnownAndNeitherIsAChangeAgainstNothing() {
        Expected rear = expected("LIGHT-2");
        assertThat(rear.next13()).hasValue(26);
        assertThat(rear.next52()).isEqualTo(OptionalDouble.empty());
        assertThat(rear.change13()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void aWeekThatNobodyKnowsIsAHoleInTheLineAndTheNewestFactCounts() {
        float[] known = expected("LIGHT-1").known();
        assertThat(known).hasSize(52);
        assertThat(known[51]).isEqualTo(7.5f);
        assertThat(known[50]).isNaN();
        assertThat(known[49]).isEqualTo(3);
    }

    @Test
    void aPartThatNobodyForecastsIsThereAndComesLast() {
        assertThat(order(Order.NEXT_13, true)).containsExactly("LIGHT-1", "LIGHT-2", "SPARE-1", "BRAKE-1");
        assertThat(order(Order.NEXT_13, false)).containsExactly("SPARE-1", "LIGHT-2", "LIGHT-1", "BRAKE-1");
        assertThat(order(Order.CHANGE, false)).containsExactly("SPARE-1", "LIGHT-1", "BRAKE-1", "LIGHT-2");
        assertThat(order(Order.DESCRIPTION, false)).containsExactly("BRAKE-1", "SPARE-1", "LIGHT-1", "LIGHT-2");
        assertThat(find(NONE, NONE, ALL, new Place(Order.PART, false, 0, 50)).some())
                .as("before the first version")
                .hasSize(4)
                .allSatisfy(summary -> assertThat(summary.expected()).isEmpty());
    }

    @Test
    void pagesAndFiltersCountAllThatMatch() {
        Found page = find(NEW, OLD, ALL, new Place(Order.PART, false, 1, 2));
        assertThat(page.total()).isEqualTo(4);
        assertThat(page.some()).extracting(s -> s.part().part()).containsExactly("LIGHT-1", "LIGHT-2");
        Place all = new Place(Order.PART, false, 0, 50);
        assertThat(find(NEW, OLD, new Wanted("", "LIGHT", ""), all).total()).isEqualTo(2);
        assertThat(find(NEW, OLD, new Wanted("", "", "EAST"), all).total()).isEqualTo(1);
        assertThat(find(NEW, OLD, new Wanted("100%", "", ""), all).total())
                .as("a percent sign is a percent sign")
                .isEqualTo(1);
    }

    @Test
    void groupsAreCounted() {
        DbPartSummaries summaries = new DbPartSummaries(pool);
        assertThat(summaries.groups(NEW, Grouping.FAMILY, 10).await().atMost(Duration.ofSeconds(20)))
                .containsExactly(
                        new PartSummary.Group("BRAKE", 1),
                        new PartSummary.Group("FUEL", 1),
                        new PartSummary.Group("LIGHT", 2));
        assertThat(summaries.groups(NEW, Grouping.SITE, 1).await().atMost(Duration.ofSeconds(20)))
                .as("the largest")
                .containsExactly(new PartSummary.Group("WEST", 2));
    }
}
