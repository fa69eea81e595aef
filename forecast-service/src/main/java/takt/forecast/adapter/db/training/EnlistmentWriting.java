package takt.forecast.adapter.db.training;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import takt.engine.series.SeriesKey;
import takt.forecast.snapshot.Enlistment;
import takt.forecast.snapshot.Enlistment.History;
import takt.forecast.snapshot.Enlistment.Use;
import takt.forecast.snapshot.FixedFacts;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;

/** Chooses the series of a run by what was known, and gives each its place. */
final class EnlistmentWriting {

    private static final String HISTORIES = """
            select part, site, calendar, max(d.bucket) as last
            from demand d
            join (values ('DAY', $2::date), ('ISO_WEEK', $3::date), ('MONTH', $4::date)) as o(calendar, bucket)
                using (calendar)
            where known_since <= $1 and d.bucket <= o.bucket group by part, site, calendar
            """;
    private static final String USES = """
            with usage as (
                select distinct on (part, line, valid_from) part, line, valid_to from usage_link
                where known_since <= $1 order by part, line, valid_from, revision desc),
            place as (
                select distinct on (line) line, site from vehicle_line
                where known_since <= $1 order by line, revision desc),
            planned as (select distinct line, calendar from planned_volume where known_since <= $1)
            select u.part, p.site, v.calendar, max(u.valid_to) as until
            from usage u join place p using (line) join planned v using (line)
            group by u.part, p.site, v.calendar
            """;
    private static final String ENLIST = """
            insert into training_series (run_id, calendar, ordinal, part, site)
            select $1, $2, s.number - 1, s.part, s.site
            from unnest($3::text[], $4::text[]) with ordinality as s(part, site, number)
            on conflict do nothing
            """;
    private final Pool pool;

    EnlistmentWriting(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> write(UUID runId, Instant knownAt, FixedFacts fixed, Map<BucketCalendar, LocalDate> origins) {
        Tuple upTo = Tuple.of(
                DbSnapshotSource.utc(knownAt),
                origins.get(BucketCalendar.DAY),
                origins.get(BucketCalendar.ISO_WEEK),
                origins.get(BucketCalendar.MONTH));
        return list(
                        HISTORIES,
                        upTo,
                        row -> new History(
                                DbSnapshotSource.key(row), DbSnapshotSource.calendar(row), row.getLocalDate("last")))
                .chain(histories -> list(USES, Tuple.of(DbSnapshotSource.utc(knownAt)), EnlistmentWriting::use)
                        .map(uses -> new Enlistment(origins).choose(histories, fixed.succession(), uses)))
                .chain(chosen -> Multi.createFrom()
                        .iterable(chosen.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(each -> enlist(runId, each.getKey(), each.getValue()))
                        .toUni()
                        .replaceWithVoid());
    }

    private Uni<Void> enlist(UUID runId, BucketCalendar calendar, SortedSet<SeriesKey> series) {
        return pool.preparedQuery(ENLIST)
                .execute(Tuple.of(
                        runId,
                        calendar.name(),
                        series.stream().map(key -> key.part().value()).toArray(String[]::new),
                        series.stream().map(key -> key.site().value()).toArray(String[]::new)))
                .replaceWithVoid();
    }

    private <T> Uni<List<T>> list(String sql, Tuple arguments, Function<Row, T> each) {
        return pool.preparedQuery(sql).execute(arguments).map(rows -> {
            List<T> all = new ArrayList<>();
            rows.forEach(row -> all.add(each.apply(row)));
            return all;
        });
    }

    private static Use use(Row row) {
        return new Use(
                new PartNumber(row.getString("part")),
                row.getString("site"),
                DbSnapshotSource.calendar(row),
                row.getLocalDate("until"));
    }
}
