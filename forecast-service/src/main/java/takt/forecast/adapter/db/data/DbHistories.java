package takt.forecast.adapter.db.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import takt.forecast.usecase.data.port.Histories;
import takt.forecast.usecase.data.port.IssuedSchedule;
import takt.forecast.usecase.data.port.PartHistory;
import takt.kernel.BucketCalendar;

/** What was demanded and planned. */
@ApplicationScoped
class DbHistories implements Histories {

    private final Pool pool;

    DbHistories(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> hasDemand() {
        return pool.query("select exists (select 1 from demand)")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<List<PartHistory>> history(String part, Instant knownAt) {
        return pool.preparedQuery("""
                        select part, site, calendar, array_agg(bucket order by bucket) as buckets,
                            array_agg(quantity order by bucket) as quantities
                        from (
                            select distinct on (part, site, calendar, bucket) * from demand
                            where part = $1 and known_since <= $2
                            order by part, site, calendar, bucket, revision desc) then_known
                        group by part, site, calendar order by part, site, calendar
                        """)
                .execute(Tuple.of(part, knownAt.atOffset(ZoneOffset.UTC)))
                .map(rows ->
                        SqlRows.list(rows).stream().map(DbHistories::history).toList());
    }

    @Override
    public Uni<Optional<IssuedSchedule>> schedule(String line, LocalDate issuedBy, Instant knownAt) {
        return pool.preparedQuery("""
                        with newest as (
                            select calendar, issued from planned_volume
                            where line = $1 and issued <= $2 and known_since <= $3 order by issued desc, calendar limit 1)
                        select distinct on (p.bucket) p.issued, p.calendar, p.bucket, p.quantity
                        from planned_volume p join newest n on n.calendar = p.calendar and n.issued = p.issued
                        where p.line = $1 and p.known_since <= $3 order by p.bucket, p.revision desc
                        """)
                .execute(Tuple.of(line, issuedBy, knownAt.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    SortedMap<LocalDate, Long> volumes = new TreeMap<>();
                    rows.forEach(row -> volumes.put(row.getLocalDate("bucket"), row.getLong("quantity")));
                    return SqlRows.list(rows).stream()
                            .findFirst()
                            .map(row -> new IssuedSchedule(
                                    row.getLocalDate("issued"),
                                    BucketCalendar.valueOf(row.getString("calendar")),
                                    volumes));
                });
    }

    @Override
    public Uni<Map<String, Double>> demandAt(BucketCalendar calendar, LocalDate bucket) {
        return pool.preparedQuery(
                        "select distinct on (part, site) part, site, quantity from demand where calendar = $1 and bucket = $2 order by part, site, revision desc")
                .execute(Tuple.of(calendar.name(), bucket))
                .map(rows -> {
                    Map<String, Double> demand = new HashMap<>();
                    rows.forEach(row -> demand.put(row.getString(0) + " " + row.getString(1), row.getLong(2) / 1000.0));
                    return demand;
                });
    }

    private static PartHistory history(Row row) {
        LocalDate[] buckets = row.getArrayOfLocalDates("buckets");
        Long[] quantities = row.getArrayOfLongs("quantities");
        SortedMap<LocalDate, Long> known = new TreeMap<>();
        for (int i = 0; i < buckets.length; i++) {
            known.put(buckets[i], quantities[i]);
        }
        return new PartHistory(row.getString("site"), BucketCalendar.valueOf(row.getString("calendar")), known);
    }
}
