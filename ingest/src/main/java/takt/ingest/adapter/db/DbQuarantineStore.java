package takt.ingest.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import takt.ingest.judge.QuarantinedRow;
import takt.ingest.judge.QuarantinedRow.State;
import takt.ingest.usecase.port.QuarantineStore;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.kit.feed.Feed;

/** Where a row stands is computed by the view quarantine_now: neither rows nor decisions are ever changed. */
@ApplicationScoped
class DbQuarantineStore implements QuarantineStore {

    private static final String MATCHES =
            " ($1 = '' or kind = $1) and ($2 = '' or source = $2) and ($3 = '' or reason = $3)";

    /** Of the feed: rows or codes were decided about otherwise than by an import. */
    static final String CHANGED = "QUARANTINE_CHANGED";

    private final Pool pool;
    private final Feed feed;
    private final int most;

    /** @param most open rows of a kind; with so many, nothing of the kind is imported any more */
    DbQuarantineStore(
            Pool pool, Feed feed, @ConfigProperty(name = "takt.quarantine.most", defaultValue = "300000") int most) {
        this.pool = pool;
        this.feed = feed;
        this.most = most;
    }

    @Override
    public Uni<Void> requireRoom(String kind) {
        return pool.preparedQuery("""
                        select count(*) from (select 1 from quarantine_row q where q.kind = $1
                            and not exists (select 1 from quarantine_decision d where d.row_id = q.id) limit $2) open
                        """)
                .execute(Tuple.of(kind, most))
                .invoke(rows -> {
                    if (rows.iterator().next().getLong(0) >= most) {
                        throw new TaktException(
                                Category.PRECONDITION,
                                "QUARANTINE_FULL",
                                "%,d rows of %s wait in quarantine, as many as may.%nMaybe decide about them first: replay them, or set them aside."
                                        .formatted(most, kind.toLowerCase(Locale.ROOT)));
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<List<QuarantinedRow>> list(Filter filter, Optional<State> state, long after, int limit) {
        return pool.preparedQuery("select * from quarantine_now where" + MATCHES
                        + " and id > $4 and ($5 = '' or state = $5) order by id limit $6")
                .execute(Tuple.of(
                        filter.kind(),
                        filter.source(),
                        filter.reason(),
                        after,
                        state.map(State::name).orElse(""),
                        limit))
                .map(QuarantineRows::rows);
    }

    @Override
    public Uni<List<QuarantinedRow>> open(Filter filter, long before, int limit) {
        return pool.preparedQuery("select * from quarantine_now where" + MATCHES
                        + " and id < $4 and state = 'OPEN' order by id desc limit $5")
                .execute(Tuple.of(filter.kind(), filter.source(), filter.reason(), before, limit))
                .map(QuarantineRows::rows);
    }

    @Override
    public Uni<List<Count>> counts() {
        return pool.query("""
                        select kind, source, reason, count(*), min(quarantined_at) from quarantine_now
                        where state = 'OPEN' group by kind, source, reason order by kind, source, reason
                        """)
                .execute()
                .map(rows -> QuarantineRows.stream(rows)
                        .map(row -> new Count(
                                row.getString(0),
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getOffsetDateTime(4).toInstant()))
                        .toList());
    }

    @Override
    public Uni<List<String>> kinds(String reason, List<String> values) {
        return pool.preparedQuery("""
                        select distinct kind from quarantine_now
                        where state = 'OPEN' and reason = $1 and fault_value = any($2) order by kind
                        """)
                .execute(Tuple.of(reason, values.toArray(String[]::new)))
                .map(rows ->
                        QuarantineRows.stream(rows).map(row -> row.getString(0)).toList());
    }

    @Override
    public Uni<Optional<QuarantinedRow>> find(long id) {
        return pool.preparedQuery("select * from quarantine_now where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> QuarantineRows.rows(rows).stream().findFirst());
    }

    @Override
    public Uni<Integer> dismiss(List<Long> ids, String by, String note) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("""
                        insert into quarantine_decision (row_id, state, cells, decided_by, note)
                        select id, 'DISMISSED', cells, $2, $3 from quarantine_row where id = any($1) on conflict do nothing
                        """)
                .execute(Tuple.of(ids.toArray(Long[]::new), by, note))
                .map(RowSet::rowCount)
                .call(dismissed -> dismissed == 0
                        ? Uni.createFrom().voidItem()
                        : feed.append(connection, CHANGED, UUID.randomUUID())));
    }
}
