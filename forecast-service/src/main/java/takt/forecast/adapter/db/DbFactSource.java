package takt.forecast.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import takt.forecast.ingest.Catalogue;
import takt.forecast.run.port.FactSource;
import takt.forecast.run.port.PartHistory;
import takt.forecast.training.DataSnapshot;
import takt.forecast.training.PartFacts;
import takt.kernel.BucketCalendar;
import takt.kernel.DemandCategory;
import takt.kernel.UnitCode;

@ApplicationScoped
class DbFactSource implements FactSource {

    private static final String MATCH =
            " (position(lower($1) in lower(part || ' ' || description || ' ' || family)) > 0 or $1 = '')";
    private static final String DEMAND =
            "select part, site, calendar, array_agg(bucket order by bucket) as buckets, array_agg(quantity order by bucket) as quantities from demand_now";
    private static final String BY_SERIES = " group by part, site, calendar order by part, site, calendar";

    private final Pool pool;

    DbFactSource(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Catalogue> catalogue() {
        return names("select part from part_now")
                .chain(parts -> names("select site from site_now")
                        .chain(sites -> names("select line from vehicle_line_now")
                                .map(lines -> new Catalogue(parts, sites, lines))));
    }

    @Override
    public Uni<Boolean> hasDemand() {
        return pool.query("select exists (select 1 from demand)")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** One repeatable-read transaction, so that the snapshot is of one moment. */
    @Override
    public Uni<DataSnapshot> snapshot() {
        return pool.withTransaction(c -> c.query("set transaction isolation level repeatable read, read only")
                .execute()
                .chain(() -> {
                    SnapshotBuilder builder = new SnapshotBuilder();
                    return read(
                                    c.query("select * from part_now order by part")
                                            .execute(),
                                    row -> builder.part(part(row)))
                            .chain(() -> read(
                                    c.query("select * from usage_now order by part, line, valid_from")
                                            .execute(),
                                    builder::usage))
                            .chain(() -> read(
                                    c.query(
                                                    "select line, calendar, issued, bucket, quantity from planned_now order by line, calendar, issued, bucket")
                                            .execute(),
                                    builder::planned))
                            .chain(() -> read(
                                    c.query(
                                                    "select line, calendar, bucket, quantity from built_now order by line, calendar, bucket")
                                            .execute(),
                                    builder::built))
                            .chain(() -> read(c.query(DEMAND + BY_SERIES).execute(), builder::demand))
                            .map(nothing -> builder.build());
                }));
    }

    @Override
    public Uni<List<PartFacts>> parts(String query, String after, int limit) {
        return pool.preparedQuery("select * from part_now where" + MATCH + " and part > $2 order by part limit $3")
                .execute(Tuple.of(query, after, limit))
                .map(rows -> list(rows).stream().map(DbFactSource::part).toList());
    }

    @Override
    public Uni<Long> countParts(String query) {
        return pool.preparedQuery("select count(*) from part_now where" + MATCH)
                .execute(Tuple.of(query))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<PartFacts>> part(String part) {
        return pool.preparedQuery("select * from part_now where part = $1")
                .execute(Tuple.of(part))
                .map(rows -> list(rows).stream().map(DbFactSource::part).findFirst());
    }

    @Override
    public Uni<List<PartHistory>> history(String part) {
        return pool.preparedQuery(DEMAND + " where part = $1" + BY_SERIES)
                .execute(Tuple.of(part))
                .map(rows -> list(rows).stream().map(DbFactSource::history).toList());
    }

    private Uni<Set<String>> names(String sql) {
        return pool.query(sql).execute().map(rows -> {
            Set<String> names = new HashSet<>();
            rows.forEach(row -> names.add(row.getString(0)));
            return names;
        });
    }

    private static Uni<Void> read(Uni<RowSet<Row>> rows, java.util.function.Consumer<Row> each) {
        return rows.invoke(all -> all.forEach(each)).replaceWithVoid();
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private static PartFacts part(Row row) {
        return new PartFacts(
                row.getString("part"),
                row.getString("description"),
                UnitCode.valueOf(row.getString("unit")),
                row.getString("family"),
                DemandCategory.find(row.getString("category")).orElseThrow());
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
