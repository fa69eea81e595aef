package takt.engine.backtest;

import takt.engine.model.Prediction;

/** How published comparisons treat the data; their figures must not be mixed. */
public enum Protocol {
    /** Unknown stays unknown, nothing is rounded, absolute errors are those of the median. */
    GIFT,
    /** Unknown is zero, forecasts are rounded half to even and may be negative, absolute errors are those of the mean. */
    MONASH;

    double point(Prediction step) {
        return this == MONASH ? Math.rint(step.point()) : step.mean();
    }

    double[] rounded(double[] values) {
        if (this == MONASH) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.rint(values[i]);
            }
        }
        return values;
    }
}
