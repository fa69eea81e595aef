package takt.sharing.publication;

import java.util.Optional;
import takt.kernel.Week;

/**
 * What a supplier should have delivered by now for what its customer makes in the next weeks, less what it was asked for
 * before.
 *
 * @param thousandths still open
 * @param basis what is taken as under way
 * @param before week 0
 * @param due thousandths per week that were due, asked for before or not; the last is the week before week 0
 */
public record Immediate(long thousandths, Basis basis, Week before, long[] due) {

    /** What is taken as under way. */
    public enum Basis {
        /** Nothing was asked of the supplier before: all of it is open. */
        NOTHING_ASKED_BEFORE,
        /** What earlier publications asked for before week 0 is taken as called off and on its way. */
        EARLIER_WEEKS_CALLED_OFF
    }

    /** The Monday of a place in {@link #due}. */
    public Week week(int place) {
        return before.plus(place - due.length);
    }

    /** What an earlier publication asked for: its week 0, thousandths per week from it, and what was due before. */
    public record Asked(Week first, long[] demand, long[] due) {

        long of(Week week) {
            int from = first.until(week);
            if (from >= 0) {
                return from < demand.length ? demand[from] : 0;
            }
            return -from <= due.length ? due[due.length + from] : 0;
        }
    }

    /**
     * @param due thousandths per week, the last one the week before {@code first}
     * @param before what the newest publication of an earlier week asked for
     * @param pack the open amount is a whole multiple of it, in thousandths; 0 or 1 for none
     */
    static Immediate of(long[] due, Week first, Optional<Asked> before, long pack) {
        long needed = 0;
        long asked = 0;
        for (int i = 0; i < due.length; i++) {
            needed += due[i];
            Week week = first.plus(i - due.length);
            asked += before.map(b -> b.of(week)).orElse(0L);
        }
        long open = Math.max(0, needed - asked);
        long whole = pack <= 1 ? open : -Math.floorDiv(-open, pack) * pack;
        return new Immediate(
                whole, before.isPresent() ? Basis.EARLIER_WEEKS_CALLED_OFF : Basis.NOTHING_ASKED_BEFORE, first, due);
    }
}
