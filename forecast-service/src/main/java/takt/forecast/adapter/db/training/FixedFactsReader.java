package takt.forecast.adapter.db.training;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.function.Consumer;
import takt.forecast.adapter.db.data.DbParts;
import takt.forecast.snapshot.FixedFacts;

/** Reads all facts but the demand, as known at a moment. */
final class FixedFactsReader {

    private final Pool pool;

    FixedFactsReader(Pool pool) {
        this.pool = pool;
    }

    /** One table after the other: what was known at a moment does not change any more. */
    Uni<FixedFacts> read(Instant knownAt) {
        FixedFactsBuilder builder = new FixedFactsBuilder();
        return asOf("part", "part", "*", knownAt, row -> builder.part(DbParts.part(row)))
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
                .execute(Tuple.of(DbSnapshotSource.utc(knownAt)))
                .invoke(rows -> rows.forEach(builder::correction))
                .replaceWithVoid();
    }

    private Uni<Void> asOf(String table, String key, String columns, Instant knownAt, Consumer<Row> each) {
        return pool.preparedQuery(
                        "select distinct on (%2$s) %3$s from %1$s where known_since <= $1 order by %2$s, revision desc"
                                .formatted(table, key, columns))
                .execute(Tuple.of(DbSnapshotSource.utc(knownAt)))
                .invoke(rows -> rows.forEach(each))
                .replaceWithVoid();
    }
}
