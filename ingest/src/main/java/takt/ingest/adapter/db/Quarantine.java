package takt.ingest.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import takt.ingest.judge.ImportRun;
import takt.ingest.judge.QuarantinedRow;
import takt.ingest.judge.QuarantinedRow.Decision;
import takt.ingest.judge.QuarantinedRow.State;
import takt.ingest.row.Rejection;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Rows that were kept out, as they were read, and what was decided about them. Neither is ever changed. */
@ApplicationScoped
public class Quarantine {

    /** Which rows are meant; empty matches all. */
    public record Filter(String kind, String source, String reason) {}

    /** Open rows that are alike. */
    public record Count(String kind, String source, String reason, long rows, java.time.Instant oldest) {}

    private static final String MATCHES =
            " ($1 = '' or kind = $1) and ($2 = '' or source = $2) and ($3 = '' or reason = $3)";

    private final Pool pool;
    private final int most;

    /** @param most open rows of a kind; with so many, nothing of the kind is imported any more */
    Quarantine(Pool pool, @ConfigProperty(name = "takt.quarantine.most", defaultValue = "300000") int most) {
        this.pool = pool;
        this.most = most;
    }

    /** Fails with QUARANTINE_FULL while as many rows of a kind are open as there may be. */
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

    /** Keeps rows; one that stands open with the same content already is not kept twice. */
    public Uni<Void> keep(
            SqlConnection connection,
            UUID importId,
            String kind,
            String source,
            List<String> columns,
            List<ImportRun.Bad> rows) {
        String header = new JsonArray(columns).encode();
        Tuple arguments = Tuple.of(importId, kind, source, header);
        arguments.addValue(rows.stream().map(r -> r.rejection().line()).toArray(Long[]::new));
        arguments.addValue(
                rows.stream().map(r -> new JsonArray(r.cells()).encode()).toArray(String[]::new));
        arguments.addValue(
                rows.stream().map(r -> digest(kind, columns, r.cells())).toArray(String[]::new));
        arguments.addValue(rows.stream().map(r -> r.rejection().column()).toArray(String[]::new));
        arguments.addValue(rows.stream().map(r -> r.rejection().value()).toArray(String[]::new));
        arguments.addValue(rows.stream().map(r -> r.rejection().reason()).toArray(String[]::new));
        arguments.addValue(rows.stream().map(r -> r.rejection().help()).toArray(String[]::new));
        return connection.preparedQuery("""
                        insert into quarantine_row (import_id, kind, source, columns, line, cells, content, fault_column,
                            fault_value, reason, help)
                        select $1, $2, $3, $4, u.* from (
                            select distinct on (n.content) n.*
                            from unnest($5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
                                as n(line, cells, content, fault_column, fault_value, reason, help)
                            where not exists (
                                select 1 from quarantine_row q where q.content = n.content
                                and not exists (select 1 from quarantine_decision d where d.row_id = q.id))
                            order by n.content, n.line) u
                        order by u.line
                        """).execute(arguments).replaceWithVoid();
    }

    /** Rows after a number, oldest first. */
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
                .map(Quarantine::rows);
    }

    /** Open rows before a number, newest first. */
    public Uni<List<QuarantinedRow>> open(Filter filter, long before, int limit) {
        return pool.preparedQuery("select * from quarantine_now where" + MATCHES
                        + " and id < $4 and state = 'OPEN' order by id desc limit $5")
                .execute(Tuple.of(filter.kind(), filter.source(), filter.reason(), before, limit))
                .map(Quarantine::rows);
    }

    public Uni<List<Count>> counts() {
        return pool.query("""
                        select kind, source, reason, count(*), min(quarantined_at) from quarantine_now
                        where state = 'OPEN' group by kind, source, reason order by kind, source, reason
                        """)
                .execute()
                .map(rows -> stream(rows)
                        .map(row -> new Count(
                                row.getString(0),
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getOffsetDateTime(4).toInstant()))
                        .toList());
    }

    /** Kinds with open rows that were kept out for a reason and one of the values. */
    public Uni<List<String>> kinds(String reason, List<String> values) {
        return pool.preparedQuery("""
                        select distinct kind from quarantine_now
                        where state = 'OPEN' and reason = $1 and fault_value = any($2) order by kind
                        """)
                .execute(Tuple.of(reason, values.toArray(String[]::new)))
                .map(rows -> stream(rows).map(row -> row.getString(0)).toList());
    }

    public Uni<Optional<QuarantinedRow>> find(long id) {
        return pool.preparedQuery("select * from quarantine_now where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows(rows).stream().findFirst());
    }

    /** Decides about open rows; when one of them is not open any more it fails with ROW_DECIDED, and with it the transaction. */
    public Uni<Void> decide(SqlConnection connection, List<Decided> decided, String by, String note) {
        Tuple arguments = Tuple.of(by, note);
        arguments.addValue(decided.stream().map(d -> d.row().id()).toArray(Long[]::new));
        arguments.addValue(decided.stream().map(d -> d.state().name()).toArray(String[]::new));
        arguments.addValue(
                decided.stream().map(d -> new JsonArray(d.cells()).encode()).toArray(String[]::new));
        return connection
                .preparedQuery("""
                        insert into quarantine_decision (row_id, state, cells, decided_by, note)
                        select n.row_id, n.state, n.cells, $1, $2
                        from unnest($3::bigint[], $4::text[], $5::text[]) as n(row_id, state, cells) on conflict do nothing
                        """)
                .execute(arguments)
                .invoke(rows -> {
                    if (rows.rowCount() < decided.size()) {
                        throw new TaktException(
                                Category.PRECONDITION,
                                "ROW_DECIDED",
                                "Somebody else decided about one of the rows meanwhile.\nMaybe look at them again.");
                    }
                })
                .replaceWithVoid();
    }

    /** Remembers why rows are still kept out, where that is something else than before. */
    public Uni<Void> stay(SqlConnection connection, List<Stayed> stayed) {
        if (stayed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple arguments = Tuple.tuple();
        arguments.addValue(stayed.stream().map(s -> s.row().id()).toArray(Long[]::new));
        arguments.addValue(stayed.stream().map(s -> s.why().column()).toArray(String[]::new));
        arguments.addValue(stayed.stream().map(s -> s.why().value()).toArray(String[]::new));
        arguments.addValue(stayed.stream().map(s -> s.why().reason()).toArray(String[]::new));
        arguments.addValue(stayed.stream().map(s -> s.why().help()).toArray(String[]::new));
        return connection.preparedQuery("""
                        insert into quarantine_verdict (row_id, fault_column, fault_value, reason, help)
                        select n.* from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[])
                            as n(row_id, fault_column, fault_value, reason, help)
                        """).execute(arguments).replaceWithVoid();
    }

    /** Sets open rows aside; returns how many that were. */
    public Uni<Integer> dismiss(List<Long> ids, String by, String note) {
        return pool.preparedQuery("""
                        insert into quarantine_decision (row_id, state, cells, decided_by, note)
                        select id, 'DISMISSED', cells, $2, $3 from quarantine_row where id = any($1) on conflict do nothing
                        """)
                .execute(Tuple.of(ids.toArray(Long[]::new), by, note))
                .map(RowSet::rowCount);
    }

    /** @param why now */
    public record Stayed(QuarantinedRow row, Rejection why) {}

    /** @param cells those that were judged */
    public record Decided(QuarantinedRow row, State state, List<String> cells) {}

    private static List<QuarantinedRow> rows(RowSet<Row> rows) {
        return stream(rows).map(Quarantine::row).toList();
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static QuarantinedRow row(Row row) {
        List<String> cells = texts(row.getString("cells"));
        State state = State.valueOf(row.getString("state"));
        return new QuarantinedRow(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("source"),
                row.getUUID("import_id"),
                texts(row.getString("columns")),
                cells,
                new Rejection(
                        row.getLong("line"),
                        row.getString("fault_column"),
                        row.getString("fault_value"),
                        row.getString("reason"),
                        row.getString("help")),
                row.getOffsetDateTime("quarantined_at").toInstant(),
                state == State.OPEN
                        ? Optional.empty()
                        : Optional.of(new Decision(
                                state,
                                row.getString("decided_by"),
                                row.getOffsetDateTime("decided_at").toInstant(),
                                row.getString("note"),
                                texts(row.getString("judged_cells")))));
    }

    private static List<String> texts(String json) {
        return new JsonArray(json).stream().map(String::valueOf).toList();
    }

    private static String digest(String kind, List<String> columns, List<String> cells) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((kind + new JsonArray(columns).encode() + new JsonArray(cells).encode())
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
