package takt.forecast.adapter.db.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import takt.engine.series.DemandSeries;
import takt.forecast.cleanse.Subject;
import takt.forecast.master.PlantWeeks;
import takt.forecast.usecase.data.port.ObservedDemand;
import takt.kernel.UnitCode;

@ApplicationScoped
public class DbObservedDemand implements ObservedDemand {

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

    private final Pool pool;

    DbObservedDemand(Pool pool) {
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
                .map(rows -> SqlRows.list(rows).stream()
                        .map(DbObservedDemand::observed)
                        .toList());
    }

    private static Observed observed(Row row) {
        Subject subject = DbCorrectionStore.subject(row);
        TreeMap<LocalDate, Double> demand = new TreeMap<>();
        values(row, "buckets", "quantities").forEach((bucket, quantity) -> demand.put(bucket, quantity / 1000.0));
        return new Observed(
                DemandSeries.of(subject.key(), subject.calendar(), demand),
                UnitCode.valueOf(row.getString("unit")),
                row.getValue("days") == null ? new TreeMap<>() : values(row, "days", "stocks"));
    }

    private static NavigableMap<LocalDate, Long> values(Row row, String days, String quantities) {
        LocalDate[] when = row.getArrayOfLocalDates(days);
        Long[] much = row.getArrayOfLongs(quantities);
        NavigableMap<LocalDate, Long> values = new TreeMap<>();
        for (int i = 0; i < when.length; i++) {
            values.put(when[i], much[i]);
        }
        return values;
    }
}
