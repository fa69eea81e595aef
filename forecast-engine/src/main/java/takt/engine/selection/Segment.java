package takt.engine.selection;

import java.util.Locale;
import takt.engine.model.SeriesContext;
import takt.kernel.BucketCalendar;

/** Series that are alike enough to share a champion. */
public record Segment(BucketCalendar calendar, Regime regime, boolean scheduled) implements Comparable<Segment> {

    public static Segment of(SeriesContext context) {
        return new Segment(
                context.history().calendar(),
                Regime.of(context.history()),
                context.programme().isPresent());
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
        return "%s %s parts %s a schedule"
                .formatted(regime.name().toLowerCase(Locale.ROOT), pace, scheduled ? "with" : "without");
    }
}
