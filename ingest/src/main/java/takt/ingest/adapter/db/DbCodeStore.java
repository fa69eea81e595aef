package takt.ingest.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import takt.ingest.code.CodeKind;
import takt.ingest.code.Reference;
import takt.ingest.code.Rule;
import takt.ingest.code.Spelling.Difference;
import takt.ingest.code.UnknownCode;
import takt.ingest.usecase.port.CodeStore;
import takt.kit.feed.Feed;

/** Cross-references are facts like any other; what was decided about codes stands beside them. */
@ApplicationScoped
class DbCodeStore implements CodeStore {

    private static final Map<String, CodeKind> KINDS =
            Arrays.stream(CodeKind.values()).collect(Collectors.toMap(CodeKind::unknown, Function.identity()));

    private final Pool pool;
    private final Feed feed;

    DbCodeStore(Pool pool, Feed feed) {
        this.pool = pool;
        this.feed = feed;
    }

    @Override
    public Uni<Map<CodeKind, Map<String, String>>> meanings() {
        return pool.query("select kind, code, means from cross_reference_now where means <> ''")
                .execute()
                .map(rows -> {
                    Map<CodeKind, Map<String, String>> codes = new EnumMap<>(CodeKind.class);
                    rows.forEach(row -> codes.computeIfAbsent(CodeKind.valueOf(row.getString(0)), k -> new HashMap<>())
                            .put(row.getString(1), row.getString(2)));
                    return codes;
                });
    }

    @Override
    public Uni<List<Reference>> list(String afterKind, String afterCode, int limit) {
        return pool.preparedQuery(
                        "select kind, code, means from cross_reference_now where means <> '' and (kind, code) > ($1, $2) order by kind, code limit $3")
                .execute(Tuple.of(afterKind, afterCode, limit))
                .map(rows -> stream(rows).map(DbCodeStore::reference).toList());
    }

    @Override
    public Uni<List<UnknownCode>> unknown(int limit) {
        return pool.preparedQuery(
                        "select reason, fault_value, count(*) from quarantine_now where state = 'OPEN' and reason = any($1) and kind <> 'CROSS_REFERENCES' group by reason, fault_value order by count(*) desc, fault_value limit $2")
                .execute(Tuple.of(KINDS.keySet().toArray(String[]::new), limit))
                .map(rows -> stream(rows)
                        .map(row -> new UnknownCode(
                                Optional.ofNullable(KINDS.get(row.getString(0))).orElseThrow(),
                                row.getString(1),
                                row.getLong(2)))
                        .toList());
    }

    @Override
    public Uni<Set<Reference>> rejected() {
        return pool.query("select kind, code, means from cross_reference_rejection")
                .execute()
                .map(rows -> stream(rows).map(DbCodeStore::reference).collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> reject(Reference reference, String by) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "insert into cross_reference_rejection (kind, code, means, rejected_by) values ($1, $2, $3, $4) on conflict do nothing")
                .execute(Tuple.of(reference.kind().name(), reference.code(), reference.means(), by))
                .chain(() -> feed.append(connection, DbQuarantineStore.CHANGED, UUID.randomUUID())));
    }

    @Override
    public Uni<Set<Rule>> rules() {
        return pool.query("""
                        select kind, difference from (
                            select distinct on (kind, difference) * from cross_reference_rule
                            order by kind, difference, number desc) last
                        where holds order by kind, difference
                        """)
                .execute()
                .map(rows -> stream(rows)
                        .map(row -> new Rule(CodeKind.valueOf(row.getString(0)), Difference.valueOf(row.getString(1))))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public Uni<Void> rule(Rule rule, boolean holds, String by) {
        return pool.preparedQuery(
                        "insert into cross_reference_rule (kind, difference, holds, decided_by) values ($1, $2, $3, $4)")
                .execute(Tuple.of(rule.kind().name(), rule.difference().name(), holds, by))
                .replaceWithVoid();
    }

    private static Reference reference(Row row) {
        return new Reference(CodeKind.valueOf(row.getString(0)), row.getString(1), row.getString(2));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
