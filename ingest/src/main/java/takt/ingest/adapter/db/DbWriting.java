package takt.ingest.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import takt.ingest.judge.KeptOut;
import takt.ingest.judge.Standing;
import takt.ingest.kind.Fact;
import takt.ingest.kind.Shape;
import takt.ingest.row.Rejection;
import takt.ingest.usecase.port.Writing;
import takt.kit.Once;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Rows of the quarantine are written as one array a column, like facts. */
record DbWriting(SqlConnection connection) implements Writing {

    @Override
    public Uni<Integer> append(UUID importId, Shape shape, List<Fact> facts, boolean isAnyKnown) {
        return new FactTable(shape).append(connection, importId, facts, isAnyKnown);
    }

    @Override
    public Uni<Integer> withdraw(UUID importId, Shape shape, List<List<Object>> keys) {
        return new FactTable(shape).withdraw(connection, importId, keys);
    }

    @Override
    public Uni<List<Standing>> standing(Shape shape, List<Fact> facts, List<Instant> since, List<UUID> imports) {
        return new FactTable(shape).standing(connection, facts, since, imports);
    }

    @Override
    public Uni<Void> keep(From from, List<KeptOut> rows) {
        Tuple arguments = Tuple.of(from.importId(), from.kind(), from.source(), json(from.columns()));
        arguments.addValue(rows.stream().map(r -> r.rejection().line()).toArray(Long[]::new));
        arguments.addValue(texts(rows, r -> json(r.cells())));
        arguments.addValue(texts(rows, r -> digest(from, r.cells())));
        why(arguments, rows.stream().map(KeptOut::rejection).toList());
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

    @Override
    public Uni<Void> decide(List<Decided> decided, String by, String note) {
        Tuple arguments = Tuple.of(by, note);
        arguments.addValue(decided.stream().map(d -> d.row().id()).toArray(Long[]::new));
        arguments.addValue(texts(decided, d -> d.state().name()));
        arguments.addValue(texts(decided, d -> json(d.cells())));
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

    @Override
    public Uni<Void> stay(List<Stayed> stayed) {
        if (stayed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple arguments = Tuple.tuple();
        arguments.addValue(stayed.stream().map(s -> s.row().id()).toArray(Long[]::new));
        why(arguments, stayed.stream().map(Stayed::why).toList());
        return connection.preparedQuery("""
                        insert into quarantine_verdict (row_id, fault_column, fault_value, reason, help)
                        select n.* from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[])
                            as n(row_id, fault_column, fault_value, reason, help)
                        """).execute(arguments).replaceWithVoid();
    }

    private static void why(Tuple arguments, List<Rejection> rejections) {
        arguments.addValue(texts(rejections, Rejection::column));
        arguments.addValue(texts(rejections, Rejection::value));
        arguments.addValue(texts(rejections, Rejection::reason));
        arguments.addValue(texts(rejections, Rejection::help));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static String json(List<String> texts) {
        return new JsonArray(texts).encode();
    }

    private static String digest(From from, List<String> cells) {
        String content = from.kind() + json(from.columns()) + json(cells);
        return HexFormat.of().formatHex(Once.sha256().digest(content.getBytes(StandardCharsets.UTF_8)));
    }
}
