package takt.capacity.commitment;

import java.util.UUID;
import takt.kernel.Week;

/**
 * What a supplier says to one line and week.
 *
 * @param committed thousandths of the line's unit
 * @param confirmed whether an amount far beyond what was asked for is meant
 */
public record Answer(UUID lineId, Week week, long committed, ShortfallReason reason, String comment, boolean confirmed)
        implements Reading {

    /** Whether both say the same; that an amount was confirmed is no part of what is said. */
    boolean saysTheSameAs(Answer other) {
        return lineId.equals(other.lineId)
                && week.equals(other.week)
                && committed == other.committed
                && reason == other.reason
                && comment.equals(other.comment);
    }
}
