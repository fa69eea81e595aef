package takt.engine.series;

import java.time.LocalDate;

/**
 * When a part is the one that is used, as far as another one stands before or after it.
 *
 * @param from first day; {@link LocalDate#MIN} for a part without a predecessor
 * @param to first day on which its successor is used; {@link LocalDate#MAX} for a part without one
 */
public record InUse(LocalDate from, LocalDate to) {

    public static final InUse ALWAYS = new InUse(LocalDate.MIN, LocalDate.MAX);

    /** Whether the part's successor is used in a bucket that begins on this day. */
    public boolean isOver(LocalDate bucket) {
        return !bucket.isBefore(to);
    }

    /** Whether its predecessor is still used in a bucket that begins on this day. */
    public boolean isYetToCome(LocalDate bucket) {
        return bucket.isBefore(from);
    }
}
