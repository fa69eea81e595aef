package takt.sharing.explosion;

import takt.kernel.Week;

/**
 * How much an earlier publication had asked for beyond the need, because packs are whole.
 *
 * @param first the week of the first amount
 * @param after thousandths at the end of each week, at least 0
 */
public record Surplus(Week first, long[] after) {

    /** At the end of a week; nothing is known of what came before, and what came last stays. */
    long atTheEndOf(Week week) {
        int place = first.until(week);
        return place < 0 || after.length == 0 ? 0 : after[Math.min(place, after.length - 1)];
    }
}
