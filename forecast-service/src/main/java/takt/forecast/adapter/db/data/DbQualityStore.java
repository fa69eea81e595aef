package takt.forecast.adapter.db.data;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.quality.Alarm;
import takt.forecast.quality.Card;
import takt.forecast.quality.Scope;
import takt.forecast.usecase.data.port.QualityStore;
import takt.kit.db.Locks;
import takt.kit.feed.Feed;

@ApplicationScoped
class DbQualityStore implements QualityStore {

    private static final String ASSESSED = "QUALITY_ASSESSED";

    private final Pool pool;
    private final Feed feed;

    DbQualityStore(Pool pool, Feed feed) {
        this.pool = pool;
        this.feed = feed;
    }

    @Override
    public Uni<Map<String, Double>> usual() {
        return pool.query("""
                        select name, percentile_cont(0.5) within group (order by score), min(level) from (
                            select q.name, q.score, a.level,
                                row_number() over (partition by q.name order by q.assessed_at desc) as place
                            from quality_card q
                            left join quality_alarm_now a
                                on a.scope = q.scope and a.name = q.name and a.cause = 'DROPPED' and a.rings
                            where q.assessed_at > now() - interval '1 year') newest
                        where place <= 10 group by name
                        """).execute().map(rows -> {
            Map<String, Double> usual = new HashMap<>();
            rows.forEach(
                    row -> usual.put(row.getString(0), row.getDouble(2) == null ? row.getDouble(1) : row.getDouble(2)));
            return usual;
        });
    }

    @Override
    public Uni<List<Alarm>> keep(Instant at, LocalDate businessDate, List<Card> cards, List<Alarm> alarms) {
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        return pool.withTransaction(connection -> connection
                .query(Locks.statement("quality"))
                .execute()
                .chain(() -> connection
                        .preparedQuery("""
                                insert into quality_card
                                select $1, $2, c.* from unnest($3::text[], $4::text[], $5::float8[], $6::text[]) as c
                                on conflict do nothing
                                """)
                        .execute(Tuple.of(
                                now,
                                businessDate,
                                cards.stream().map(c -> c.scope().name()).toArray(String[]::new),
                                cards.stream().map(Card::name).toArray(String[]::new),
                                cards.stream().map(Card::score).toArray(Double[]::new),
                                cards.stream().map(QualityRows::json).toArray(String[]::new))))
                .chain(() -> ring(connection, now, alarms))
                .call(() -> feed.append(connection, ASSESSED, UUID.randomUUID())));
    }

    private static Uni<List<Alarm>> ring(SqlConnection connection, OffsetDateTime now, List<Alarm> alarms) {
        Tuple arguments = Tuple.of(
                alarms.stream().map(a -> a.scope().name()).toArray(String[]::new),
                alarms.stream().map(Alarm::name).toArray(String[]::new),
                alarms.stream().map(a -> a.cause().name()).toArray(String[]::new),
                alarms.stream().map(Alarm::words).toArray(String[]::new),
                now,
                alarms.stream().map(Alarm::level).toArray(Double[]::new));
        return connection
                .preparedQuery("""
                        with due as (
                            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $6::float8[])
                                    as d(scope, name, cause, words, level)),
                        ended as (
                            insert into quality_alarm (scope, name, cause, rings, words, at)
                            select scope, name, cause, false, words, $5 from quality_alarm_now n
                            where rings and not exists (
                                select 1 from due d where (d.scope, d.name, d.cause) = (n.scope, n.name, n.cause)))
                        insert into quality_alarm (scope, name, cause, rings, words, at, level)
                        select scope, name, cause, true, words, $5, level from due d
                        where not exists (
                            select 1 from quality_alarm_now n
                            where rings and (d.scope, d.name, d.cause) = (n.scope, n.name, n.cause))
                        returning scope, name, cause, words, level
                        """)
                .execute(arguments)
                .map(rows -> SqlRows.list(rows).stream().map(QualityRows::alarm).toList());
    }

    @Override
    public Uni<List<Point>> history(Scope scope, String name, int limit) {
        return pool.preparedQuery("""
                        select * from (
                            select assessed_at, score from quality_card where scope = $1 and name = $2
                            order by assessed_at desc limit $3) newest
                        order by assessed_at
                        """)
                .execute(Tuple.of(scope.name(), name, limit))
                .map(rows -> SqlRows.list(rows).stream()
                        .map(row -> new Point(row.getOffsetDateTime(0).toInstant(), row.getDouble(1)))
                        .toList());
    }

    @Override
    public Uni<List<Ringing>> ringing() {
        return pool.query(
                        "select scope, name, cause, words, level, at from quality_alarm_now where rings order by at, number")
                .execute()
                .map(rows -> SqlRows.list(rows).stream()
                        .map(row -> new Ringing(
                                QualityRows.alarm(row), row.getOffsetDateTime(5).toInstant()))
                        .toList());
    }

    @Override
    public Uni<Optional<Assessed>> newest() {
        return pool.query("""
                        select assessed_at, scope, name, measures from quality_card
                        where assessed_at = (select max(assessed_at) from quality_card) order by scope, name
                        """).execute().map(rows -> {
            List<Row> all = SqlRows.list(rows);
            return all.stream()
                    .findFirst()
                    .map(first -> new Assessed(
                            first.getOffsetDateTime(0).toInstant(),
                            all.stream().map(QualityRows::card).toList()));
        });
    }
}
