package takt.engine.backtest;

import takt.engine.model.Levels;
import takt.engine.model.Prediction;

/**
 * How often held-out demand stayed at or below each of the nine quantiles. A quantile of whole pieces covers more than its
 * level where much demand is zero; it may never cover less.
 */
public final class Coverage {

    private final int[] below = new int[Levels.count()];
    private int buckets;

    /** Takes a path and what happened; unknown buckets say nothing. */
    public void learn(Prediction[] path, double[] actuals) {
        for (int h = 0; h < path.length; h++) {
            if (!Double.isNaN(actuals[h])) {
                double[] quantiles = path[h].quantiles();
                for (int i = 0; i < below.length; i++) {
                    below[i] += actuals[h] <= quantiles[i] ? 1 : 0;
                }
                buckets++;
            }
        }
    }

    public void add(Coverage other) {
        for (int i = 0; i < below.length; i++) {
            below[i] += other.below[i];
        }
        buckets += other.buckets;
    }

    /** One share per level; empty when nothing was held out. */
    public double[] shares() {
        double[] shares = new double[buckets == 0 ? 0 : below.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (double) below[i] / buckets;
        }
        return shares;
    }
}
