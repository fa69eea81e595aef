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
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import takt.engine.series.SeriesKey;
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

    private final Pool pool;

    DbSnapshotSource(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Instant> moment() {
        return FactMoment.now(pool);
    }

    @Override
    public Uni<FixedFacts> fixed(Instant knownAt) {
        return new FixedFactsReader(pool).read(knownAt);
    }

    static SeriesKey key(Row row) {
        return new SeriesKey(new PartNumber(row.getString("part")), new SiteId(row.getString("site")));
    }

    static BucketCalendar calendar(Row row) {
        return BucketCalendar.valueOf(row.getString("calendar"));
    }

    @Override
    public Uni<Void> enlist(UUID runId, Instant knownAt, FixedFacts fixed, Map<BucketCalendar, LocalDate> origins) {
        return new EnlistmentWriting(pool).write(runId, knownAt, fixed, origins);
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
                    rows.forEach(row -> series.computeIfAbsent(row.getInteger("ordinal"), n -> new Sources(key(row)))
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

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
