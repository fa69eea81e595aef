package takt.forecast.cleanse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The accepted and pinned corrections as known at a moment. */
public final class Corrections {

    public static final Corrections NONE = new Corrections(List.of());

    private final Map<Subject, SortedMap<LocalDate, List<Correction>>> bySubject = new HashMap<>();

    /** @param newest of several about one bucket the last that counts is read */
    public Corrections(List<Correction> newest) {
        newest.forEach(c -> bySubject
                .computeIfAbsent(c.subject(), s -> new TreeMap<>())
                .computeIfAbsent(c.finding().bucket(), b -> new ArrayList<>())
                .add(c));
    }

    /** Puts corrected values in the place of known ones; returns those it used, by bucket. */
    public List<Correction> apply(Subject subject, SortedMap<LocalDate, Long> known) {
        List<Correction> used = new ArrayList<>();
        bySubject.getOrDefault(subject, new TreeMap<>()).forEach((bucket, all) -> {
            Long value = known.get(bucket);
            all.stream()
                    .filter(c -> value != null && c.counts(value))
                    .reduce((earlier, later) -> later)
                    .ifPresent(used::add);
        });
        used.forEach(c -> known.put(c.finding().bucket(), c.finding().corrected()));
        return used;
    }
}
