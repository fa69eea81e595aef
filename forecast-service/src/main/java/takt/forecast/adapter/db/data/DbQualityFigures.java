package takt.forecast.adapter.db.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import takt.forecast.quality.Agreement;
import takt.forecast.quality.Extent;
import takt.forecast.quality.Rows;
import takt.forecast.usecase.data.port.QualityFigures;
import takt.kernel.BucketCalendar;

@ApplicationScoped
class DbQualityFigures implements QualityFigures {

    private static final int MOST_IMPORTS = 5_000;
    /** Buckets from one to another, both counted. */
    private static final String BETWEEN = """
            case calendar when 'DAY' then max(bucket) - min(bucket) + 1
                when 'ISO_WEEK' then (max(bucket) - min(bucket)) / 7 + 1
                else (extract(year from max(bucket)) - extract(year from min(bucket)))::int * 12
                    + (extract(month from max(bucket)) - extract(month from min(bucket)))::int + 1 end""";
    /** The first of the last twelve buckets of a calendar up to one. */
    private static final String TWELVE =
            "case calendar when 'DAY' then max(bucket) - 11 when 'ISO_WEEK' then max(bucket) - 77 "
                    + "else (max(bucket) - interval '11 months')::date end";

    private final Pool pool;

    DbQualityFigures(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Rows>> rows() {
        return pool.preparedQuery("""
                        select kind, source, finished_at, accepted + unchanged + rejected as read
                        from import_run where origin = 'SENT' -- what comes from our own rooms is no delivery
                        order by finished_at desc limit $1
                        """)
                .execute(Tuple.of(MOST_IMPORTS))
                .chain(imports -> pool.query("""
                                select kind, source, count(*) from quarantine_now where state = 'OPEN' group by kind, source
                                """).execute().map(open -> {
                    Map<List<String>, Long> kept = new HashMap<>();
                    open.forEach(row -> kept.put(List.of(row.getString(0), row.getString(1)), row.getLong(2)));
                    Map<String, Map<String, Rows>> all = new TreeMap<>();
                    imports.forEach(row -> all.computeIfAbsent(row.getString(0), kind -> new TreeMap<>())
                            .merge(row.getString(1), rows(row, kept), Rows::withOlder));
                    return all.values().stream()
                            .flatMap(sources -> sources.values().stream())
                            .toList();
                }));
    }

    private static Rows rows(Row row, Map<List<String>, Long> kept) {
        return new Rows(
                row.getString(0),
                row.getString(1),
                row.getLong(3),
                kept.getOrDefault(List.of(row.getString(0), row.getString(1)), 0L),
                List.of(row.getOffsetDateTime(2).toInstant()));
    }

    @Override
    public Uni<List<Extent>> demand(Optional<String> part, LocalDate businessDate) {
        return pool.preparedQuery("""
                        with own as (
                            select calendar, count(distinct bucket) as known, max(bucket) as last, %s as expected from demand
                            where (part = $1 or $1 = '') and bucket < $2 group by part, site, calendar),
                        odd as (
                            select c.calendar, count(distinct (c.part, c.site, c.bucket)) as odd from correction_now c
                            join lateral (
                                select quantity from demand d
                                where (d.part, d.site, d.calendar, d.bucket) = (c.part, c.site, c.calendar, c.bucket)
                                order by d.revision desc limit 1) d on d.quantity = c.original
                            where method in ('OUTLIER', 'ONE_OFF') and standing in ('PROPOSED', 'ACCEPTED', 'PINNED')
                                and (c.part = $1 or $1 = '') and c.bucket < $2
                            group by c.calendar)
                        select calendar, count(*) as series, sum(known)::bigint as known, sum(expected)::bigint as expected,
                            max(last) as last, coalesce(max(odd), 0) as odd
                        from own left join odd using (calendar) group by calendar order by calendar
                        """.formatted(BETWEEN))
                .execute(Tuple.of(part.orElse(""), businessDate))
                .map(rows -> SqlRows.list(rows).stream()
                        .map(DbQualityFigures::extent)
                        .toList());
    }

    @Override
    public Uni<List<Extent>> built(LocalDate businessDate) {
        return pool.preparedQuery("""
                        with own as (
                            select calendar, count(distinct bucket) as known, max(bucket) as last, %s as expected
                            from built_volume where bucket < $1 group by line, calendar)
                        select calendar, count(*) as series, sum(known)::bigint as known, sum(expected)::bigint as expected,
                            max(last) as last, 0::bigint as odd
                        from own group by calendar order by calendar
                        """.formatted(BETWEEN))
                .execute(Tuple.of(businessDate))
                .map(rows -> SqlRows.list(rows).stream()
                        .map(DbQualityFigures::extent)
                        .toList());
    }

    private static Extent extent(Row row) {
        return new Extent(
                BucketCalendar.valueOf(row.getString("calendar")),
                row.getLong("series"),
                row.getLong("known"),
                row.getLong("expected"),
                row.getLocalDate("last"),
                row.getLong("odd"));
    }

    @Override
    public Uni<Map<BucketCalendar, List<LocalDate>>> issued() {
        return pool.query("""
                        select calendar, issued from (
                            select calendar, issued, row_number() over (partition by calendar order by issued desc) as place
                            from (select distinct calendar, issued from planned_volume) issues) newest
                        where place <= 100 order by calendar, issued
                        """).execute().map(rows -> {
            Map<BucketCalendar, List<LocalDate>> issued = new EnumMap<>(BucketCalendar.class);
            rows.forEach(row -> issued.computeIfAbsent(
                            BucketCalendar.valueOf(row.getString(0)), calendar -> new ArrayList<>())
                    .add(row.getLocalDate(1)));
            return issued;
        });
    }

    @Override
    public Uni<List<Agreement>> builtAgainstPlanned(LocalDate businessDate) {
        return pool.preparedQuery("""
                        with since as (
                            select line, calendar, %s as first from built_volume where bucket < $1 group by line, calendar)
                        select b.line, sum(b.quantity)::float8 / 1000, sum(p.quantity)::float8 / 1000
                        from built_now b
                        join since s on s.line = b.line and s.calendar = b.calendar and b.bucket >= s.first
                            and b.bucket < $1
                        join lateral (
                            select quantity from planned_volume p
                            where p.line = b.line and p.calendar = b.calendar and p.bucket = b.bucket and p.issued <= b.bucket
                            order by p.issued desc, p.revision desc limit 1) p on true
                        group by b.line, b.calendar order by b.line, b.calendar
                        """.formatted(TWELVE))
                .execute(Tuple.of(businessDate))
                .map(DbQualityFigures::agreements);
    }

    @Override
    public Uni<List<Agreement>> demandAgainstNeed(Optional<String> part, LocalDate businessDate) {
        return pool.preparedQuery("""
                        with since as (
                            select line, calendar, %s as first from built_volume where bucket < $2 group by line, calendar),
                        recent as (
                            select b.* from built_now b
                            join since s on s.line = b.line and s.calendar = b.calendar and b.bucket >= s.first
                            where b.bucket < $2),
                        need as (
                            select u.part, r.calendar, r.bucket, sum(u.quantity::float8 * r.quantity) / 1e3 as need
                            from usage_now u
                            join recent r on r.line = u.line and r.bucket between u.valid_from and u.valid_to
                            where (u.part = $1 or $1 = '') and not exists (
                                select 1 from succession_now s
                                where s.predecessor <> '' and u.part in (s.predecessor, s.successor))
                            group by u.part, r.calendar, r.bucket)
                        select n.part, sum(n.need), sum(d.demand)
                        from need n
                        join lateral (
                            select sum(quantity)::float8 / 1000 as demand from (
                                select distinct on (site) quantity from demand
                                where part = n.part and calendar = n.calendar and bucket = n.bucket
                                order by site, revision desc) sites) d on d.demand is not null
                        group by n.part, n.calendar order by n.part
                        """.formatted(TWELVE))
                .execute(Tuple.of(part.orElse(""), businessDate))
                .map(DbQualityFigures::agreements);
    }

    private static List<Agreement> agreements(RowSet<Row> rows) {
        return SqlRows.list(rows).stream()
                .map(row -> new Agreement(row.getDouble(1), row.getDouble(2)))
                .toList();
    }
}
