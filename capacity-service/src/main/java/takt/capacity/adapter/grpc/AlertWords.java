package takt.capacity.adapter.grpc;

import takt.capacity.matching.Gap;
import takt.capacity.matching.GapCause;

/** A gap in one English sentence, for clients that have no words of their own. */
final class AlertWords {

    private AlertWords() {}

    static String of(Gap gap) {
        GapCause cause = gap.cause();
        String when = "%d %s from %s%s"
                .formatted(
                        gap.weeks().size(),
                        gap.weeks().size() == 1 ? "week" : "weeks",
                        gap.weeks().get(0),
                        cause.critical() ? ", critical" : "");
        if (cause instanceof GapCause.AboveMaximum) {
            return "%s at %s: %s more than the maximum can make, %s."
                    .formatted(cause.subject(), gap.supplier(), gap.gap(), when);
        }
        if (cause instanceof GapCause.AboveActual) {
            return "%s at %s: %s above the actual capacity, within the maximum, %s."
                    .formatted(cause.subject(), gap.supplier(), gap.gap(), when);
        }
        return cause instanceof GapCause.NotCommitted
                ? "%s from %s: %s of %s not committed, %s."
                        .formatted(cause.subject(), gap.supplier(), gap.gap(), gap.demand(), when)
                : "%s has not answered, though its time ran out.".formatted(gap.supplier());
    }
}
