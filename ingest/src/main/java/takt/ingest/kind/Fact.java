package takt.ingest.kind;

import java.util.List;

/**
 * A row that was found good: what it is about, and what it says. Made by its {@link Shape}.
 *
 * @param cells in the order of the shape
 */
public record Fact(Shape shape, List<Object> cells) {

    /** What it is about; tells it from the other facts of its kind. */
    public List<Object> key() {
        return cells.subList(0, shape.key().size());
    }

    /** What it says of that. */
    public List<Object> values() {
        return cells.subList(shape.key().size(), cells.size());
    }

    @SuppressWarnings("unchecked") // a filled cell holds what its type says
    public <T> T get(Cell<T> cell) {
        return (T) cells.get(shape.place(cell));
    }
}
