package takt.forecast.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.forecast.run.port.SnapshotSource;
import takt.forecast.training.FixedFacts;
import takt.forecast.training.Shard;
import takt.forecast.training.Shard.Enlisted;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kit.facts.FactMoment;

@ApplicationScoped
class DbSnapshotSource implements SnapshotSource {

    private static final String ENLIST = """
            with history as (
                select part, site, calendar, min(bucket) as first, max(bucket) as last
                from demand where known_since <= $2 group by part, site, calendar),
            chosen as (
                select distinct on (part, site) part, site, calendar, first from history
                order by part, site,
                    last + case calendar when 'DAY' then interval '1 day' when 'ISO_WEEK' then interval '7 days'
                        else interval '1 month' end desc,
                    case calendar when 'DAY' then 0 when 'ISO_WEEK' then 1 else 2 end)
            insert into training_series (run_id, calendar, ordinal, part, site)
            select $1, calendar, row_number() over (partition by calendar order by part collate "C", site collate "C") - 1,
                part, site
            from chosen
            where first <= case calendar when 'DAY' then $3::date when 'ISO_WEEK' then $4::date else $5::date end
            on conflict do nothing
            """;
    private static final String SHARD = """
            select s.ordinal, s.part, s.site,
                array_agg(d.bucket order by d.bucket) as buckets, array_agg(d.quantity order by d.bucket) as quantities
            from training_series s
            cross join lateral (
                select distinct on (bucket) bucket, quantity from demand
                where part = s.part and site = s.site and calendar = s.calendar and known_since <= $5
                order by bucket, revision desc) d
            where s.run_id = $1 and s.calendar = $2 and s.ordinal >= $3 and s.ordinal < $4
            group by s.ordinal, s.part, s.site order by s.ordinal
            """;

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
                .map(nothing -> builder.build());
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
    public Uni<Shard> shard(UUID runId, BucketCalendar calendar, int number, Instant knownAt) {
        int from = number * Shard.SIZE;
        return pool.preparedQuery(SHARD)
                .execute(Tuple.of(runId, calendar.name(), from, from + Shard.SIZE, utc(knownAt)))
                .map(rows -> new Shard(
                        number,
                        DbFactSource.list(rows).stream()
                                .map(row -> new Enlisted(row.getInteger("ordinal"), demand(row, calendar)))
                                .toList()));
    }

    private static DemandSeries demand(Row row, BucketCalendar calendar) {
        LocalDate[] buckets = row.getArrayOfLocalDates("buckets");
        Long[] quantities = row.getArrayOfLongs("quantities");
        SortedMap<LocalDate, Double> known = new TreeMap<>();
        for (int i = 0; i < buckets.length; i++) {
            known.put(buckets[i], quantities[i] / 1000.0);
        }
        SeriesKey key = new SeriesKey(new PartNumber(row.getString("part")), new SiteId(row.getString("site")));
        return DemandSeries.of(key, calendar, known);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
