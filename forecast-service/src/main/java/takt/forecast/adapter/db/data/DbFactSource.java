package takt.forecast.adapter.db.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import takt.engine.series.Succession.Link;
import takt.forecast.master.Catalogue;
import takt.forecast.master.PartFacts;
import takt.forecast.master.PartMaster;
import takt.forecast.master.SuccessionDraft;
import takt.forecast.master.UnitEquation;
import takt.forecast.master.UsageDraft;
import takt.forecast.usecase.data.port.FactSource;
import takt.forecast.usecase.data.port.IssuedSchedule;
import takt.forecast.usecase.data.port.PartHistory;
import takt.ingest.usecase.port.CodeStore;
import takt.kernel.BucketCalendar;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.UnitCode;

@ApplicationScoped
public class DbFactSource implements FactSource {

    private static final String MATCH =
            " (position(lower($1) in lower(part || ' ' || description || ' ' || family)) > 0 or $1 = '')";

    private final Pool pool;
    private final CodeStore references;

    DbFactSource(Pool pool, CodeStore references) {
        this.pool = pool;
        this.references = references;
    }

    @Override
    public Uni<Catalogue> catalogue() {
        return Uni.combine()
                .all()
                .unis(
                        pairs("select part, unit from part_now", UnitCode::valueOf),
                        names("select site from site_now"),
                        names("select line from vehicle_line_now"),
                        successions(),
                        usage(),
                        references.meanings(),
                        equations())
                .with((parts, sites, lines, successions, usage, codes, equations) ->
                        new Catalogue(parts, sites, lines, successions, usage, codes, equations));
    }

    private Uni<SuccessionDraft> successions() {
        return pool.query("select successor, predecessor, valid_from from succession_now where predecessor <> ''")
                .execute()
                .map(rows -> new SuccessionDraft(list(rows).stream()
                        .collect(Collectors.toMap(
                                row -> row.getString(0),
                                row -> new SuccessionDraft.Link(row.getString(1), row.getLocalDate(2))))));
    }

    private Uni<UsageDraft> usage() {
        return pool.query("select part, line, valid_from, valid_to from usage_now")
                .execute()
                .map(rows -> {
                    UsageDraft usage = new UsageDraft();
                    rows.forEach(row -> usage.know(
                            row.getString(0),
                            row.getString(1),
                            new UsageDraft.Span(row.getLocalDate(2), row.getLocalDate(3))));
                    return usage;
                });
    }

    private Uni<Map<String, Map<UnitCode, UnitEquation>>> equations() {
        return pool.query("select part, unit, amount, equals from unit_conversion_now")
                .execute()
                .map(rows -> {
                    Map<String, Map<UnitCode, UnitEquation>> equations = new HashMap<>();
                    rows.forEach(row -> equations
                            .computeIfAbsent(row.getString(0), part -> new EnumMap<>(UnitCode.class))
                            .put(
                                    UnitCode.valueOf(row.getString(1)),
                                    new UnitEquation(
                                            BigDecimal.valueOf(row.getLong(2), 3),
                                            BigDecimal.valueOf(row.getLong(3), 3))));
                    return equations;
                });
    }

    @Override
    public Uni<Boolean> hasDemand() {
        return pool.query("select exists (select 1 from demand)")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Uni<List<String>> partNumbers() {
        return pool.query("select part from part_now order by part")
                .execute()
                .map(rows -> list(rows).stream().map(row -> row.getString(0)).toList());
    }

    @Override
    public Uni<List<PartMaster>> parts(String query, String after, int limit) {
        return pool.preparedQuery("select * from part_now where" + MATCH + " and part > $2 order by part limit $3")
                .execute(Tuple.of(query, after, limit))
                .map(rows -> list(rows).stream().map(DbFactSource::part).toList())
                .chain(this::linked);
    }

    @Override
    public Uni<Long> countParts(String query) {
        return pool.preparedQuery("select count(*) from part_now where" + MATCH)
                .execute(Tuple.of(query))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<PartMaster>> part(String part) {
        return pool.preparedQuery("select * from part_now where part = $1")
                .execute(Tuple.of(part))
                .map(rows -> list(rows).stream().map(DbFactSource::part).toList())
                .chain(this::linked)
                .map(found -> found.stream().findFirst());
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
                .map(rows -> list(rows).stream().map(DbFactSource::history).toList());
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
                    return list(rows).stream()
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

    private <T> Uni<Map<String, T>> pairs(String sql, Function<String, T> second) {
        return pool.query(sql).execute().map(rows -> {
            Map<String, T> pairs = new HashMap<>();
            rows.forEach(row -> pairs.put(row.getString(0), second.apply(row.getString(1))));
            return pairs;
        });
    }

    private Uni<Set<String>> names(String sql) {
        return pool.query(sql).execute().map(rows -> {
            Set<String> names = new HashSet<>();
            rows.forEach(row -> names.add(row.getString(0)));
            return names;
        });
    }

    private Uni<List<PartMaster>> linked(List<PartFacts> parts) {
        String[] numbers = parts.stream().map(PartFacts::part).toArray(String[]::new);
        return pool.preparedQuery(
                        "select * from succession_now where predecessor <> '' and (successor = any($1) or predecessor = any($1))")
                .execute(Tuple.of(numbers))
                .map(rows -> list(rows).stream().map(DbFactSource::link).toList())
                .map(links ->
                        parts.stream().map(part -> PartMaster.of(part, links)).toList());
    }

    public static Link link(Row row) {
        return new Link(
                new PartNumber(row.getString("predecessor")),
                new PartNumber(row.getString("successor")),
                row.getLocalDate("valid_from"));
    }

    static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    public static PartFacts part(Row row) {
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
