package takt.forecast.adapter.db.training;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.engine.series.Succession;
import takt.forecast.adapter.db.data.DbFactSource;
import takt.forecast.cleanse.Correction;
import takt.forecast.cleanse.Corrections;
import takt.forecast.cleanse.Subject;
import takt.forecast.snapshot.FixedFacts;
import takt.forecast.snapshot.Shard;
import takt.forecast.snapshot.Shard.Enlisted;
import takt.forecast.usecase.training.port.SnapshotSource;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kit.db.FactMoment;

@ApplicationScoped
class DbSnapshotSource implements SnapshotSource {

    private static final String ENLIST = """
            with recursive link as (
                select distinct on (successor) successor, predecessor from succession
                where known_since <= $2 order by successor, revision desc),
            source as (
                select successor as part, predecessor as source from link
                union select s.part, l.predecessor from source s join link l on l.successor = s.source),
            origin as (select * from (values ('DAY', $3::date), ('ISO_WEEK', $4::date), ('MONTH', $5::date))
                as o(calendar, bucket)),
            own as (
                select part, site, calendar, min(d.bucket) as first, max(d.bucket) as last
                from demand d join origin o using (calendar)
                where known_since <= $2 and d.bucket <= o.bucket group by part, site, calendar),
            history as (
                select *, true as is_own from own
                union all
                select s.part, o.site, o.calendar, o.first, o.last, false from source s join own o on o.part = s.source),
            usage as (
                select distinct on (part, line, valid_from) * from usage_link
                where known_since <= $2 order by part, line, valid_from, revision desc),
            place as (
                select distinct on (line) line, site from vehicle_line
                where known_since <= $2 order by line, revision desc),
            yet_to_come as (
                select u.part, min(p.site) as site, v.calendar, o.bucket from usage u
                join place p on p.line = u.line
                join (select distinct line, calendar from planned_volume where known_since <= $2) v on v.line = u.line
                join origin o on o.calendar = v.calendar
                where u.valid_to > o.bucket and not exists (select 1 from history h where h.part = u.part)
                group by u.part, v.calendar, o.bucket having count(distinct p.site) = 1 and min(p.site) <> ''),
            chosen as (
                select distinct on (part, site) part, site, calendar, first from (
                    select part, site, calendar, min(first) as first, max(last) as last, bool_or(is_own) as is_own
                    from history group by part, site, calendar
                    union all select part, site, calendar, bucket, bucket, false from yet_to_come) all_of_them
                order by part, site, is_own desc,
                    last + case calendar when 'DAY' then interval '1 day' when 'ISO_WEEK' then interval '7 days'
                        else interval '1 month' end desc,
                    case calendar when 'DAY' then 0 when 'ISO_WEEK' then 1 else 2 end)
            insert into training_series (run_id, calendar, ordinal, part, site)
            select $1, calendar, row_number() over (partition by calendar order by part collate "C", site collate "C") - 1,
                part, site
            from chosen join origin using (calendar)
            where first <= bucket
            on conflict do nothing
            """;
    private static final String SHARD = """
            with recursive link as (
                select distinct on (successor) successor, predecessor from succession
                where known_since <= $5 order by successor, revision desc),
            source as (
                select ordinal, part, site, part as source from training_series
                where run_id = $1 and calendar = $2 and ordinal >= $3 and ordinal < $4
                union select s.ordinal, s.part, s.site, l.predecessor from source s join link l on l.successor = s.source)
            select s.ordinal, s.part, s.site, s.source,
                array_agg(d.bucket order by d.bucket) filter (where d.bucket is not null) as buckets,
                array_agg(d.quantity order by d.bucket) filter (where d.bucket is not null) as quantities
            from source s
            left join lateral (
                select distinct on (bucket) bucket, quantity from demand
                where part = s.source and site = s.site and calendar = $2 and known_since <= $5
                order by bucket, revision desc) d on true
            group by s.ordinal, s.part, s.site, s.source order by s.ordinal
            """;

    /** When a series begins that has not begun at any origin. */
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    private final Pool pool;

    DbSnapshotSource(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Instant> moment() {
        return FactMoment.now(pool);
    }

    /** One table after the other: what was known at a moment does not change any more. */
    @Override
    public Uni<FixedFacts> fixed(Instant knownAt) {
        FixedFactsBuilder builder = new FixedFactsBuilder();
        return asOf("part", "part", "*", knownAt, row -> builder.part(DbFactSource.part(row)))
                .chain(() -> asOf("usage_link", "part, line, valid_from", "*", knownAt, builder::usage))
                .chain(() -> asOf("succession", "successor", "*", knownAt, builder::succession))
                .chain(() -> asOf(
                        "planned_volume",
                        "line, calendar, issued, bucket",
                        "line, calendar, issued, bucket, quantity",
                        knownAt,
                        builder::planned))
                .chain(() -> asOf(
                        "built_volume",
                        "line, calendar, bucket",
                        "line, calendar, bucket, quantity",
                        knownAt,
                        builder::built))
                .chain(() -> asOf("plant_week", "site, week", "site, week, working_days", knownAt, builder::plantWeek))
                .chain(() -> corrections(knownAt, builder))
                .map(nothing -> builder.build());
    }

    private Uni<Void> corrections(Instant knownAt, FixedFactsBuilder builder) {
        return pool.preparedQuery("""
                        select c.*, d.standing from correction c
                        join (
                            select distinct on (correction_id) correction_id, standing from correction_decision
                            where known_since <= $1 order by correction_id, number desc) d on d.correction_id = c.id
                        where d.standing in ('ACCEPTED', 'PINNED') order by c.id
                        """)
                .execute(Tuple.of(utc(knownAt)))
                .invoke(rows -> rows.forEach(builder::correction))
                .replaceWithVoid();
    }

    private Uni<Void> asOf(String table, String key, String columns, Instant knownAt, Consumer<Row> each) {
        return pool.preparedQuery(
                        "select distinct on (%2$s) %3$s from %1$s where known_since <= $1 order by %2$s, revision desc"
                                .formatted(table, key, columns))
                .execute(Tuple.of(utc(knownAt)))
                .invoke(rows -> rows.forEach(each))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> enlist(UUID runId, Instant knownAt, Map<BucketCalendar, LocalDate> origins) {
        return pool.preparedQuery(ENLIST)
                .execute(Tuple.of(
                        runId,
                        utc(knownAt),
                        origins.get(BucketCalendar.DAY),
                        origins.get(BucketCalendar.ISO_WEEK),
                        origins.get(BucketCalendar.MONTH)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<BucketCalendar, Integer>> enlisted(UUID runId) {
        return pool.preparedQuery(
                        "select calendar, max(ordinal) + 1 from training_series where run_id = $1 group by calendar")
                .execute(Tuple.of(runId))
                .map(rows -> {
                    Map<BucketCalendar, Integer> sizes = new EnumMap<>(BucketCalendar.class);
                    rows.forEach(row -> sizes.put(BucketCalendar.valueOf(row.getString(0)), row.getInteger(1)));
                    return sizes;
                });
    }

    @Override
    public Uni<Shard> shard(UUID runId, BucketCalendar calendar, int number, Instant knownAt, FixedFacts fixed) {
        int from = number * Shard.SIZE;
        return pool.preparedQuery(SHARD)
                .execute(Tuple.of(runId, calendar.name(), from, from + Shard.SIZE, utc(knownAt)))
                .map(rows -> {
                    SortedMap<Integer, Sources> series = new TreeMap<>();
                    rows.forEach(row -> series.computeIfAbsent(row.getInteger("ordinal"), n -> new Sources(row))
                            .add(row, calendar, fixed.corrections()));
                    return new Shard(
                            number,
                            series.entrySet().stream()
                                    .map(s -> new Enlisted(
                                            s.getKey(),
                                            s.getValue().demand(fixed.succession(), calendar),
                                            s.getValue().used()))
                                    .toList());
                });
    }

    /** Demand of a part at a site and of those whose place it takes. */
    private record Sources(SeriesKey key, Map<PartNumber, DemandSeries> byPart, List<Correction> used) {

        Sources(Row row) {
            this(
                    new SeriesKey(new PartNumber(row.getString("part")), new SiteId(row.getString("site"))),
                    new HashMap<>(),
                    new ArrayList<>());
        }

        void add(Row row, BucketCalendar calendar, Corrections corrections) {
            LocalDate[] buckets = row.getArrayOfLocalDates("buckets");
            if (buckets == null) {
                return;
            }
            Long[] quantities = row.getArrayOfLongs("quantities");
            SortedMap<LocalDate, Long> known = new TreeMap<>();
            for (int i = 0; i < buckets.length; i++) {
                known.put(buckets[i], quantities[i]);
            }
            SeriesKey source = new SeriesKey(new PartNumber(row.getString("source")), key.site());
            used.addAll(corrections.apply(new Subject(source, calendar), known));
            SortedMap<LocalDate, Double> demand = new TreeMap<>();
            known.forEach((bucket, quantity) -> demand.put(bucket, quantity / 1000.0));
            byPart.put(source.part(), DemandSeries.of(source, calendar, demand));
        }

        DemandSeries demand(Succession succession, BucketCalendar calendar) {
            return succession
                    .inherit(key.part(), byPart)
                    .orElseGet(() -> new DemandSeries(key, calendar, calendar.floor(NEVER), new double[] {Double.NaN}));
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
