package takt.forecast.adapter.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import takt.forecast.ingest.CodeKind;
import takt.forecast.ingest.Spelling.Difference;
import takt.forecast.run.port.CrossReferences;

@ApplicationScoped
class DbCrossReferences implements CrossReferences {

    private static final Map<String, CodeKind> KINDS =
            Arrays.stream(CodeKind.values()).collect(Collectors.toMap(CodeKind::unknown, Function.identity()));

    private final Pool pool;

    DbCrossReferences(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Reference>> list(String afterKind, String afterCode, int limit) {
        return pool.preparedQuery(
                        "select kind, code, means from cross_reference_now where means <> '' and (kind, code) > ($1, $2) order by kind, code limit $3")
                .execute(Tuple.of(afterKind, afterCode, limit))
                .map(rows -> DbFactSource.list(rows).stream()
                        .map(DbCrossReferences::reference)
                        .toList());
    }

    @Override
    public Uni<List<Unknown>> unknown(int limit) {
        return pool.preparedQuery(
                        "select reason, fault_value, count(*) from quarantine_now where state = 'OPEN' and reason = any($1) group by reason, fault_value order by count(*) desc, fault_value limit $2")
                .execute(Tuple.of(KINDS.keySet().toArray(String[]::new), limit))
                .map(rows -> DbFactSource.list(rows).stream()
                        .map(row -> new Unknown(
                                Optional.ofNullable(KINDS.get(row.getString(0))).orElseThrow(),
                                row.getString(1),
                                row.getLong(2)))
                        .toList());
    }

    @Override
    public Uni<Set<Reference>> rejected() {
        return pool.query("select kind, code, means from cross_reference_rejection")
                .execute()
                .map(rows -> DbFactSource.list(rows).stream()
                        .map(DbCrossReferences::reference)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> reject(Reference reference, String by) {
        return pool.preparedQuery(
                        "insert into cross_reference_rejection (kind, code, means, rejected_by) values ($1, $2, $3, $4) on conflict do nothing")
                .execute(Tuple.of(reference.kind().name(), reference.code(), reference.means(), by))
                .replaceWithVoid();
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
                .map(rows -> DbFactSource.list(rows).stream()
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
}
