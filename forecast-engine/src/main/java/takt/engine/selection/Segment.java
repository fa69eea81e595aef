package takt.engine.selection;

import java.util.Locale;
import java.util.Optional;
import takt.engine.model.SeriesContext;
import takt.kernel.BucketCalendar;

/**
 * Series that are alike enough to share a champion. Where a schedule drives the parts it matters more than how their
 * demand comes, so those are one segment.
 */
public record Segment(BucketCalendar calendar, Optional<Regime> regime) implements Comparable<Segment> {

    public static Segment of(SeriesContext context) {
        return new Segment(
                context.history().calendar(),
                context.programme().isPresent() ? Optional.empty() : Optional.of(Regime.of(context.history())));
    }

    @Override
    public int compareTo(Segment other) {
        return toString().compareTo(other.toString());
    }

    /** For people: "lumpy monthly parts without a schedule". */
    @Override
    public String toString() {
        String pace =
                switch (calendar) {
                    case DAY -> "daily";
                    case ISO_WEEK -> "weekly";
                    case MONTH -> "monthly";
                };
        return regime.map(
                        r -> "%s %s parts without a schedule".formatted(r.name().toLowerCase(Locale.ROOT), pace))
                .orElse(pace + " parts with a schedule");
    }
}
