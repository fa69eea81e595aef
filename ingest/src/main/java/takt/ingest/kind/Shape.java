package takt.ingest.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How facts of a kind are kept.
 *
 * @param table the table that holds them
 * @param key what a fact is about; the current fact of a key is the one that was taken in last
 * @param values what it says of that
 */
public record Shape(String table, List<Cell<?>> key, List<Cell<?>> values) {

    public Shape {
        if (key.isEmpty()
                || Stream.concat(key.stream(), values.stream())
                                .map(Cell::name)
                                .distinct()
                                .count()
                        < key.size() + values.size()) {
            throw new IllegalArgumentException("Facts in %s need a key, and no cell may stand in it twice (%s, %s)."
                    .formatted(table, key, values));
        }
    }

    public static Shape of(String table, List<Cell<?>> key, List<Cell<?>> values) {
        return new Shape(table, List.copyOf(key), List.copyOf(values));
    }

    /** All cells, those of the key first. */
    public List<Cell<?>> cells() {
        return Stream.concat(key.stream(), values.stream()).toList();
    }

    /** A fact, from its cells in any order; each must be there. */
    public Fact fact(Cell.Filled... filled) {
        Object[] cells = new Object[key.size() + values.size()];
        for (Cell.Filled one : filled) {
            cells[place(one.cell())] = one.value();
        }
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == null) {
                throw new IllegalArgumentException("A fact in %s lacks its %s."
                        .formatted(table, cells().get(i).name()));
            }
        }
        return new Fact(this, Collections.unmodifiableList(Arrays.asList(cells)));
    }

    /** Where a cell stands among all; asked for every cell of every row. */
    int place(Cell<?> cell) {
        int inKey = place(key, cell);
        if (inKey >= 0) {
            return inKey;
        }
        int inValues = place(values, cell);
        if (inValues < 0) {
            throw new IllegalArgumentException("Facts in %s have no cell %s.".formatted(table, cell.name()));
        }
        return key.size() + inValues;
    }

    @SuppressWarnings("ReferenceEquality") // almost always the very cell; comparing columns would cost a row its time
    private static int place(List<Cell<?>> cells, Cell<?> cell) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) == cell) {
                return i;
            }
        }
        return cells.indexOf(cell);
    }
}
