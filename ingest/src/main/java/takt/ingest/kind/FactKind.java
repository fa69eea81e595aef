package takt.ingest.kind;

import java.util.List;
import takt.ingest.row.RawRow;

/**
 * A kind of fact that a service takes in, and all that the firewall needs of it. A service lists its kinds; its migrations
 * make their tables.
 *
 * @param <K> what its rows are judged by
 */
public interface FactKind<K extends Known> {

    /** In upper snake case, as it is sent and stored. */
    String name();

    /** What its facts say, one or two sentences. */
    String help();

    /** The columns of its rows, in the order in which people write them. */
    List<Column> columns();

    Shape shape();

    /** The fact that a row says; throws {@link takt.ingest.row.RowFault} when it is no good. */
    Fact read(RawRow row, K known);

    /** What later rows are judged by once a fact is taken in; a row that is not taken must leave no trace. */
    default void taken(Fact fact, K known) {}

    /** Columns that a header lacks, in words; empty when all are there. */
    default List<String> missing(List<String> header) {
        return columns().stream()
                .filter(column -> column.isNeeded() && !column.isIn(header))
                .map(Column::words)
                .toList();
    }

    static <K extends FactKind<?>> K named(String name, List<K> all) {
        return all.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind %s.".formatted(name)));
    }
}
