package takt.engine.model;

import java.util.Arrays;

/**
 * What workshops and spare-part stores take of a part that no vehicle needs any more. A part whose usage just ended
 * takes from others what share of the former demand goes on.
 */
final class ServiceDemand {

    private static final String NAME = "service";
    private static final int ENOUGH = 3;

    private ServiceDemand() {}

    /**
     * Demand of buckets that needed nothing, more than a quarter of a season after one that did: before that, call-offs
     * for the last vehicles may still come.
     */
    static WeightedMoments after(double[] y, double[] need, int lead, int season, double decay) {
        double[] values = new double[y.length];
        Arrays.fill(values, Double.NaN);
        int last = -1;
        for (int t = 0; t < y.length - lead; t++) {
            if (need[t + lead] > 0) {
                last = t;
            } else if (need[t + lead] == 0 && last >= 0 && t - last > season / 4) {
                values[t] = y[t];
            }
        }
        return WeightedMoments.of(values, decay);
    }

    static boolean isEnough(WeightedMoments after) {
        return after.known() >= ENOUGH;
    }

    /** @param steady rate x mean need while there was one */
    static FittedState in(FittedState state, WeightedMoments after, double share, double steady) {
        double mean = isEnough(after) ? after.mean() : share * steady;
        double variance = isEnough(after) ? after.variance() : mean * mean;
        return mean > 0 ? state.with(NAME, mean, mean + variance) : state;
    }

    /** The forecast of a step; it does not fall below the service demand. */
    static Prediction atLeast(FittedState state, Prediction driven) {
        if (!state.arrays().containsKey(NAME) || driven.mean() > state.value(NAME)) {
            return driven;
        }
        return Prediction.spread(state.value(NAME), state.array(NAME)[1]);
    }
}
