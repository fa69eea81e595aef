package takt.forecast.cleanse;

import java.util.EnumSet;
import java.util.Set;

/** How a correction stands. */
public enum Standing {
    /** Nobody has decided yet; forecasts read the value as it came. */
    PROPOSED,
    /** Forecasts read the corrected value, as long as the value beside it is the one that was corrected. */
    ACCEPTED,
    /** Never used, and never proposed again. */
    REJECTED,
    /** Forecasts read the corrected value, whatever comes for the bucket later. */
    PINNED,
    /** A proposal that later facts no longer bear out. */
    LAPSED;

    private static final Set<Standing> DECIDED = EnumSet.of(ACCEPTED, REJECTED, PINNED);

    /** Whether a person may move a correction from here to there; back to a proposal undoes a decision. */
    public boolean mayBecome(Standing next) {
        return next != this && (DECIDED.contains(this) ? next != LAPSED : this == PROPOSED && DECIDED.contains(next));
    }
}
