package takt.forecast.master;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;

/** From when to when parts are used by lines while rows come in; for one part and line no two spans overlap. */
public final class UsageDraft {

    /** @param to the last day */
    public record Span(LocalDate from, LocalDate to) {}

    private final Map<List<String>, TreeMap<LocalDate, LocalDate>> spans = new HashMap<>();

    /** Takes what is known already, or a row said. */
    public void know(String part, String line, Span span) {
        spans.computeIfAbsent(List.of(part, line), k -> new TreeMap<>()).put(span.from(), span.to());
    }

    /** Another span of the part on the line that has days in common with it; the one it replaces begins on its day. */
    public Optional<Span> overlapping(String part, String line, Span span) {
        TreeMap<LocalDate, LocalDate> others = new TreeMap<>(spans.getOrDefault(List.of(part, line), new TreeMap<>()));
        others.remove(span.from());
        Entry<LocalDate, LocalDate> last = others.floorEntry(span.to());
        return Optional.ofNullable(last)
                .filter(other -> !other.getValue().isBefore(span.from()))
                .map(other -> new Span(other.getKey(), other.getValue()));
    }
}
