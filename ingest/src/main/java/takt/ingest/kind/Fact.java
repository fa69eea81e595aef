package takt.ingest.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was found good: what it is about, and what it says.
 *
 * @param key identifies the fact among those of its kind; no part is null
 * @param values the rest, in a fixed order per kind
 * @param whenTaken what later rows are judged by once this one is taken in; a row that is not taken must leave no trace
 */
public record Fact(List<Object> key, List<@Nullable Object> values, Runnable whenTaken) {

    public Fact(List<Object> key, List<@Nullable Object> values) {
        this(key, values, () -> {});
    }
}
