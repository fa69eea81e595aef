package takt.engine.selection;

import takt.engine.series.DemandSeries;

/** How a part's demand comes (Syntetos and Boylan 2005): by the interval between demands and their variation. */
public enum Regime {
    SMOOTH,
    ERRATIC,
    INTERMITTENT,
    LUMPY;

    private static final double ADI = 1.32;
    private static final double CV2 = 0.49;

    public static Regime of(DemandSeries series) {
        double sum = 0;
        double squares = 0;
        int hits = 0;
        int known = 0;
        for (double y : series.values()) {
            if (!Double.isNaN(y)) {
                known++;
                if (y > 0) {
                    hits++;
                    sum += y;
                    squares += y * y;
                }
            }
        }
        if (hits == 0) {
            return INTERMITTENT;
        }
        double mean = sum / hits;
        boolean varies = (squares / hits - mean * mean) / (mean * mean) >= CV2;
        boolean pauses = (double) known / hits >= ADI;
        return pauses ? varies ? LUMPY : INTERMITTENT : varies ? ERRATIC : SMOOTH;
    }
}
