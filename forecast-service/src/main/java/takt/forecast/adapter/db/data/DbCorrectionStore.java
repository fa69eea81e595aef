package takt.forecast.adapter.db.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.forecast.cleanse.Correction;
import takt.forecast.cleanse.Finding;
import takt.forecast.cleanse.Method;
import takt.forecast.cleanse.Standing;
import takt.forecast.cleanse.Subject;
import takt.forecast.master.PlantWeeks;
import takt.forecast.usecase.data.port.CorrectionStore;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kit.db.FactMoment;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

@ApplicationScoped
public class DbCorrectionStore implements CorrectionStore {

    private static final String SERIES = """
            with page as (
                select part, site, calendar from demand
                where (part, site, calendar) > ($1, $2, $3)
                group by part, site, calendar order by part, site, calendar limit $4)
            select p.part, p.site, p.calendar, u.unit, d.buckets, d.quantities, s.days, s.stocks
            from page p
            join part_now u on u.part = p.part
            join lateral (
                select array_agg(bucket order by bucket) as buckets, array_agg(quantity order by bucket) as quantities
                from (
                    select distinct on (bucket) bucket, quantity from demand
                    where part = p.part and site = p.site and calendar = p.calendar
                    order by bucket, revision desc) now) d on true
            left join lateral (
                select array_agg(day order by day) as days, array_agg(quantity order by day) as stocks
                from (
                    select distinct on (day) day, quantity from stock
                    where part = p.part and site = p.site order by day, revision desc) now) s on true
            order by p.part, p.site, p.calendar
            """;
    private static final String PROPOSE = """
            with found as (
                select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::text[], $6::bigint[], $7::bigint[],
                    $8::text[]) as f(part, site, calendar, bucket, method, original, corrected, reason)),
            added as (
                insert into correction (part, site, calendar, bucket, method, original, corrected, reason)
                select * from found f where not exists (
                    select 1 from correction_now c where standing in ('ACCEPTED', 'REJECTED', 'PINNED')
                        and (c.part, c.site, c.calendar, c.bucket, c.method, c.original)
                            = (f.part, f.site, f.calendar, f.bucket, f.method, f.original))
                on conflict do nothing returning id),
            again as (
                insert into correction_decision (correction_id, standing, decided_by)
                select id, 'PROPOSED', $9 from correction_now
                join found using (part, site, calendar, bucket, method, original, corrected) where standing = 'LAPSED' returning 1),
            lapsed as (
                insert into correction_decision (correction_id, standing, decided_by)
                select c.id, 'LAPSED', $9 from correction_now c
                join unnest($10::text[], $11::text[], $12::text[]) as s(part, site, calendar) using (part, site, calendar)
                where c.standing = 'PROPOSED' and not exists (
                    select 1 from found f where (f.part, f.site, f.calendar, f.bucket, f.method, f.original, f.corrected)
                        = (c.part, c.site, c.calendar, c.bucket, c.method, c.original, c.corrected))
                returning 1)
            select (select count(*) from added) + (select count(*) from again), (select count(*) from lapsed)
            """;
    private static final String DECIDE = """
            insert into correction_decision (correction_id, standing, decided_by, note)
            select c.id, $3, $4, $5 from correction_now c
            join unnest($1::bigint[], $2::text[]) as w(id, standing) on w.id = c.id and w.standing = c.standing
            """;

    private final Pool pool;

    DbCorrectionStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, PlantWeeks>> plantWeeks() {
        return pool.query("""
                        select distinct on (site, week) site, week, working_days from plant_week
                        order by site, week, revision desc
                        """).execute().map(rows -> {
            Map<String, PlantWeeks> weeks = new HashMap<>();
            rows.forEach(row -> add(weeks, row));
            return weeks;
        });
    }

    /** Adds a row of site, week and working days. */
    public static void add(Map<String, PlantWeeks> weeks, Row row) {
        weeks.computeIfAbsent(row.getString(0), site -> new PlantWeeks(new TreeMap<>()))
                .workingDays()
                .put(row.getLocalDate(1), row.getInteger(2));
    }

    @Override
    public Uni<List<Observed>> series(Optional<Subject> after, int limit) {
        return pool.preparedQuery(SERIES)
                .execute(Tuple.of(
                        after.map(s -> s.key().part().value()).orElse(""),
                        after.map(s -> s.key().site().value()).orElse(""),
                        after.map(s -> s.calendar().name()).orElse(""),
                        limit))
                .map(rows -> DbFactSource.list(rows).stream()
                        .map(DbCorrectionStore::observed)
                        .toList());
    }

    private static Observed observed(Row row) {
        Subject subject = subject(row);
        TreeMap<LocalDate, Double> demand = new TreeMap<>();
        values(row, "buckets", "quantities").forEach((bucket, quantity) -> demand.put(bucket, quantity / 1000.0));
        return new Observed(
                DemandSeries.of(subject.key(), subject.calendar(), demand),
                UnitCode.valueOf(row.getString("unit")),
                row.getValue("days") == null ? new TreeMap<>() : values(row, "days", "stocks"));
    }

    private static TreeMap<LocalDate, Long> values(Row row, String days, String quantities) {
        LocalDate[] when = row.getArrayOfLocalDates(days);
        Long[] much = row.getArrayOfLongs(quantities);
        TreeMap<LocalDate, Long> values = new TreeMap<>();
        for (int i = 0; i < when.length; i++) {
            values.put(when[i], much[i]);
        }
        return values;
    }

    @Override
    public Uni<Outcome> propose(List<Found> page, String by) {
        List<Subject> subjects = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        page.forEach(found -> found.findings().forEach(finding -> {
            subjects.add(found.subject());
            findings.add(finding);
        }));
        List<Subject> searched = page.stream().map(Found::subject).toList();
        Tuple arguments = subjects(Tuple.tuple(), subjects);
        arguments.addValue(findings.stream().map(Finding::bucket).toArray(LocalDate[]::new));
        arguments.addValue(findings.stream().map(f -> f.method().name()).toArray(String[]::new));
        arguments.addValue(findings.stream().map(Finding::original).toArray(Long[]::new));
        arguments.addValue(findings.stream().map(Finding::corrected).toArray(Long[]::new));
        arguments.addValue(findings.stream().map(Finding::reason).toArray(String[]::new));
        arguments.addValue(by);
        subjects(arguments, searched);
        return exclusively(connection -> connection.preparedQuery(PROPOSE).execute(arguments))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Outcome(row.getLong(0), row.getLong(1));
                });
    }

    private static Tuple subjects(Tuple arguments, List<Subject> subjects) {
        arguments.addValue(subjects.stream().map(s -> s.key().part().value()).toArray(String[]::new));
        arguments.addValue(subjects.stream().map(s -> s.key().site().value()).toArray(String[]::new));
        arguments.addValue(subjects.stream().map(s -> s.calendar().name()).toArray(String[]::new));
        return arguments;
    }

    @Override
    public Uni<List<Recorded>> list(Filter filter, long after, int limit) {
        return pool.preparedQuery("""
                        select * from correction_now
                        where id > $1 and (part = $2 or $2 = '') and (method = $3 or $3 = '') and (standing = $4 or $4 = '')
                        order by id limit $5
                        """)
                .execute(Tuple.of(
                        after,
                        filter.part(),
                        filter.method().map(Enum::name).orElse(""),
                        filter.standing().map(Enum::name).orElse(""),
                        limit))
                .map(rows -> DbFactSource.list(rows).stream()
                        .map(DbCorrectionStore::recorded)
                        .toList());
    }

    @Override
    public Uni<List<Recorded>> find(List<Long> ids) {
        return pool.preparedQuery("select * from correction_now where id = any($1) order by id")
                .execute(Tuple.of(ids.toArray(Long[]::new)))
                .map(rows -> DbFactSource.list(rows).stream()
                        .map(DbCorrectionStore::recorded)
                        .toList());
    }

    @Override
    public Uni<Long> decide(List<Correction> corrections, Standing standing, String by, String note) {
        Tuple arguments = Tuple.of(
                corrections.stream().map(Correction::id).toArray(Long[]::new),
                corrections.stream().map(c -> c.standing().name()).toArray(String[]::new),
                standing.name(),
                by,
                note);
        return exclusively(connection -> connection
                        .preparedQuery(DECIDE)
                        .execute(arguments)
                        .invoke(rows -> {
                            if (rows.rowCount() < corrections.size()) {
                                throw new TaktException(
                                        Category.PRECONDITION,
                                        "CORRECTION_DECIDED",
                                        "Somebody else decided about one of the corrections meanwhile.\nMaybe list them again.");
                            }
                        }))
                .map(rows -> (long) rows.rowCount());
    }

    /** Decisions follow one another, so that none is made about a standing that is none any more. */
    private <T> Uni<T> exclusively(Function<SqlConnection, Uni<T>> work) {
        return FactMoment.append(
                pool,
                connection -> connection
                        .query("select pg_advisory_xact_lock(hashtext(current_schema() || '.corrections'))")
                        .execute()
                        .chain(() -> work.apply(connection)));
    }

    private static Recorded recorded(Row row) {
        return new Recorded(
                correction(row),
                row.getOffsetDateTime("found_at").toInstant(),
                row.getString("decided_by"),
                Optional.ofNullable(row.getOffsetDateTime("decided_at")).map(OffsetDateTime::toInstant),
                row.getString("note"));
    }

    public static Correction correction(Row row) {
        return new Correction(
                row.getLong("id"),
                subject(row),
                new Finding(
                        row.getLocalDate("bucket"),
                        Method.valueOf(row.getString("method")),
                        row.getLong("original"),
                        row.getLong("corrected"),
                        row.getString("reason")),
                Standing.valueOf(row.getString("standing")));
    }

    private static Subject subject(Row row) {
        return new Subject(
                new SeriesKey(new PartNumber(row.getString("part")), new SiteId(row.getString("site"))),
                BucketCalendar.valueOf(row.getString("calendar")));
    }
}
