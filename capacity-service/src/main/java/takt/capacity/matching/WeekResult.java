package takt.capacity.matching;

/** How demand D stands to actual capacity A and maximum M (CX-0128, matching). */
public enum WeekResult {
    ZERO_DEVIATION,
    SURPLUS,
    BOTTLENECK_FLEXIBLE,
    BOTTLENECK;

    /** D = A, D < A, A < D <= M, D > M. */
    public static WeekResult of(long demand, long actual, long maximum) {
        if (demand == actual) {
            return ZERO_DEVIATION;
        }
        if (demand < actual) {
            return SURPLUS;
        }
        return demand <= maximum ? BOTTLENECK_FLEXIBLE : BOTTLENECK;
    }
}
