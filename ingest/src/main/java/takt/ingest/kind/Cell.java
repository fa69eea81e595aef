package takt.ingest.kind;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A named cell of a fact.
 *
 * @param <T> what it holds; a cell is never empty
 * @param name as in the table that keeps it
 */
public record Cell<T>(String name, Type type) {

    /** What a cell may hold. */
    public enum Type {
        TEXT,
        DATE,
        WHOLE,
        DECIMAL,
        REAL
    }

    /** A cell and what it holds in one fact; made by {@link #is} alone, so that the two fit. */
    public record Filled(Cell<?> cell, Object value) {}

    public static Cell<String> text(String name) {
        return new Cell<>(name, Type.TEXT);
    }

    public static Cell<LocalDate> date(String name) {
        return new Cell<>(name, Type.DATE);
    }

    /** A whole number; quantities are in thousandths. */
    public static Cell<Long> whole(String name) {
        return new Cell<>(name, Type.WHOLE);
    }

    /** An exact number of any size. */
    public static Cell<BigDecimal> decimal(String name) {
        return new Cell<>(name, Type.DECIMAL);
    }

    /** A number of no exactness. */
    public static Cell<Double> real(String name) {
        return new Cell<>(name, Type.REAL);
    }

    public Filled is(T value) {
        return new Filled(this, value);
    }
}
