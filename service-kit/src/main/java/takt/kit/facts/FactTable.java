package takt.kit.facts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
        cells(arguments, facts);
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

    /**
     * The newest fact of each key is looked up only where the rest of its key, all but the last column, is known: most
     * of what comes in bulk is new as a whole series.
     */
    private String sql() {
        List<Column> all = all();
        List<Column> series = key.size() > 1 ? key.subList(0, key.size() - 1) : key;
        return """
                with n as materialized (select * from unnest(%3$s) as n(%2$s)),
                k as materialized (
                    select %7$s from (select distinct %7$s from n) d
                    where exists (select 1 from %1$s t where %8$s))
                insert into %1$s (%2$s, revision, import_id)
                select %4$s, coalesce(c.revision, 0) + 1, $%9$d
                from n left join k on %10$s
                left join lateral (
                    select * from %1$s t where k.%11$s is not null and %5$s order by t.revision desc limit 1) c on true
                where c.revision is null or %6$s
                """.formatted(
                        name,
                        names(all, "%s"),
                        arrays(all),
                        names(all, "n.%s"),
                        same(key, "t", "n"),
                        changed(),
                        names(series, "%s"),
                        same(series, "t", "d"),
                        all.size() + 1,
                        same(series, "k", "n"),
                        series.get(0).name());
    }

    /** How a fact stands to what is known of its key. */
    enum Standing {
        NEW,
        CHANGED,
        SAME,
        OVERTAKEN
    }

    /**
     * How facts stand to what is known now; nothing is changed.
     *
     * @param since one per fact: a fact known since later has overtaken it
     */
    Uni<List<Standing>> standing(SqlConnection connection, List<Fact> facts, List<Instant> since) {
        Tuple arguments = Tuple.tuple();
        cells(arguments, facts);
        arguments.addValue(
                since.stream().map(i -> i.atOffset(ZoneOffset.UTC)).toArray(java.time.OffsetDateTime[]::new));
        List<Column> all = all();
        return connection
                .preparedQuery("""
                        select case when c.revision is null then 'NEW' when not (%4$s) then 'SAME'
                            when c.known_since > n.since then 'OVERTAKEN' else 'CHANGED' end
                        from unnest(%3$s, $%6$d::timestamptz[]) with ordinality as n(%2$s, since, place)
                        left join lateral (
                            select * from %1$s t where %5$s order by t.revision desc limit 1) c on true
                        order by n.place
                        """.formatted(
                                name, names(all, "%s"), arrays(all), changed(), same(key, "t", "n"), all.size() + 1))
                .execute(arguments)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Standing.valueOf(row.getString(0)))
                        .toList());
    }

    private List<Column> all() {
        return Stream.concat(key.stream(), values.stream()).toList();
    }

    private void cells(Tuple arguments, List<Fact> facts) {
        for (int i = 0; i < key.size(); i++) {
            arguments.addValue(array(key.get(i), facts, Fact::key, i));
        }
        for (int i = 0; i < values.size(); i++) {
            arguments.addValue(array(values.get(i), facts, Fact::values, i));
        }
    }

    private String changed() {
        return values.isEmpty()
                ? "false"
                : "(%s) is distinct from (%s)".formatted(names(values, "c.%s"), names(values, "n.%s"));
    }

    private static String arrays(List<Column> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "$" + (i + 1) + "::" + columns.get(i).type().sql + "[]")
                .collect(Collectors.joining(", "));
    }

    private static String same(List<Column> columns, String one, String other) {
        return columns.stream()
                .map(c -> "%2$s.%1$s = %3$s.%1$s".formatted(c.name(), one, other))
                .collect(Collectors.joining(" and "));
    }

    private static String names(List<Column> columns, String form) {
        return columns.stream().map(c -> form.formatted(c.name())).collect(Collectors.joining(", "));
    }
}
