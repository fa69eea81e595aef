package takt.kit.facts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import takt.kernel.Fact;

/**
 * A table of appended facts: key columns, value columns, revision (from 1) and the import that brought it. The
 * current fact of a key is the one with the highest revision.
 */
public record FactTable(String name, List<Column> key, List<Column> values) {

    /** A column and its PostgreSQL type. */
    public record Column(String name, Type type) {}

    /** Types a fact may hold. */
    public enum Type {
        TEXT("text", String.class),
        DATE("date", java.time.LocalDate.class),
        LONG("bigint", Long.class),
        REAL("double precision", Double.class);

        private final String sql;
        private final Class<?> java;

        Type(String sql, Class<?> java) {
            this.sql = sql;
            this.java = java;
        }
    }

    public static Column column(String name, Type type) {
        return new Column(name, type);
    }

    /** Appends what is new or changed, in one statement; returns how many rows that were. Keys must differ. */
    public Uni<Integer> append(SqlConnection connection, UUID importId, List<Fact> facts) {
        Tuple arguments = Tuple.tuple();
        for (int i = 0; i < key.size(); i++) {
            arguments.addValue(array(key.get(i), facts, Fact::key, i));
        }
        for (int i = 0; i < values.size(); i++) {
            arguments.addValue(array(values.get(i), facts, Fact::values, i));
        }
        arguments.addValue(importId);
        return connection.preparedQuery(sql()).execute(arguments).map(rows -> rows.rowCount());
    }

    private static Object array(
            Column column,
            List<Fact> facts,
            Function<Fact, ? extends List<? extends @Nullable Object>> cells,
            int index) {
        Object array = Array.newInstance(column.type().java, facts.size());
        for (int row = 0; row < facts.size(); row++) {
            Array.set(array, row, cells.apply(facts.get(row)).get(index));
        }
        return array;
    }

    private String sql() {
        List<Column> all = Stream.concat(key.stream(), values.stream()).toList();
        String names = names(all, "%s");
        String arrays = IntStream.range(0, all.size())
                .mapToObj(i -> "$" + (i + 1) + "::" + all.get(i).type().sql + "[]")
                .collect(Collectors.joining(", "));
        String sameKey =
                key.stream().map(c -> "t.%1$s = n.%1$s".formatted(c.name())).collect(Collectors.joining(" and "));
        String changed = values.isEmpty()
                ? "false"
                : "(%s) is distinct from (%s)".formatted(names(values, "c.%s"), names(values, "n.%s"));
        return """
                insert into %1$s (%2$s, revision, import_id)
                select %3$s, coalesce(c.revision, 0) + 1, $%4$d
                from unnest(%5$s) as n(%2$s)
                left join lateral (select * from %1$s t where %6$s order by t.revision desc limit 1) c on true
                where c.revision is null or %7$s
                """.formatted(name, names, names(all, "n.%s"), all.size() + 1, arrays, sameKey, changed);
    }

    private static String names(List<Column> columns, String form) {
        return columns.stream().map(c -> form.formatted(c.name())).collect(Collectors.joining(", "));
    }
}
