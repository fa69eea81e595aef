package takt.capacity.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import takt.capacity.matching.Gap;

/**
 * What a matching changes: new gaps open an alert, gaps that are still there keep theirs with new figures, gaps
 * that are gone resolve theirs.
 */
public record AlertChange(List<Alert> opened, List<Alert> kept, List<Alert> resolved) {

    /** @param unresolved the alerts that were not resolved before, at most one per gap key */
    public static AlertChange between(List<Alert> unresolved, List<Gap> gaps, Instant now, Supplier<UUID> ids) {
        Map<String, Alert> known =
                unresolved.stream().collect(Collectors.toMap(a -> a.gap().key(), Function.identity()));
        List<Alert> opened = new ArrayList<>();
        List<Alert> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Gap gap : gaps) {
            if (!seen.add(gap.key())) {
                continue;
            }
            Alert before = known.remove(gap.key());
            if (before == null) {
                opened.add(new Alert(ids.get(), gap, now, Care.NOBODY, Optional.empty()));
            } else if (!before.gap().equals(gap)) {
                kept.add(before.seenAgain(gap));
            }
        }
        return new AlertChange(
                opened, kept, known.values().stream().map(a -> a.resolved(now)).toList());
    }
}
