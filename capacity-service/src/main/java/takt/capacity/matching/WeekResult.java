package takt.capacity.matching;

import java.math.BigDecimal;

/** How demand D stands to actual capacity A and maximum M (CX-0128, matching). */
public enum WeekResult {
    ZERO_DEVIATION,
    SURPLUS,
    BOTTLENECK_FLEXIBLE,
    BOTTLENECK;

    /** D = A, D < A, A < D <= M, D > M. */
    public static WeekResult of(BigDecimal demand, long actual, long maximum) {
        int toActual = demand.compareTo(BigDecimal.valueOf(actual));
        if (toActual <= 0) {
            return toActual == 0 ? ZERO_DEVIATION : SURPLUS;
        }
        return demand.compareTo(BigDecimal.valueOf(maximum)) <= 0 ? BOTTLENECK_FLEXIBLE : BOTTLENECK;
    }
}
