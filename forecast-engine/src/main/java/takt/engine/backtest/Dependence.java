package takt.engine.backtest;

import java.util.Arrays;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.PathSampler;
import takt.engine.model.Prediction;

/**
 * Learns how far the steps of a horizon move together: the correlation with which the sum over the first quarter of
 * a year would have been forecast with the least quantile loss.
 */
public final class Dependence {

    private static final double[] CANDIDATES = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
    private static final double[] LEVELS = {0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
    private static final int PATHS = 200;

    private final double[] losses = new double[CANDIDATES.length];
    private int sums;

    /** Takes a forecast and what happened; series with an unknown bucket say nothing. */
    public void learn(Prediction[] path, double[] actuals, int periods, long seed) {
        int n = Math.min(periods, path.length);
        double actual = 0;
        for (int h = 0; h < n; h++) {
            actual += actuals[h];
        }
        if (n < 2 || Double.isNaN(actual)) {
            return;
        }
        sums++;
        PathSampler sampler = new ForecastDistribution(path, 0).sampler(n);
        for (int c = 0; c < CANDIDATES.length; c++) {
            double[] quantiles = sampler.sum(CANDIDATES[c], PATHS, seed).quantiles(LEVELS);
            for (int i = 0; i < LEVELS.length; i++) {
                double miss = actual - quantiles[i];
                losses[c] += Math.max(LEVELS[i] * miss, (LEVELS[i] - 1) * miss);
            }
        }
    }

    public void add(Dependence other) {
        sums += other.sums;
        for (int c = 0; c < losses.length; c++) {
            losses[c] += other.losses[c];
        }
    }

    /** Correlation of any two steps; 0.2 where nothing was learnt. */
    public double correlation() {
        if (sums == 0) {
            return 0.2;
        }
        double least = Arrays.stream(losses).min().orElse(0);
        for (int c = 0; c < losses.length; c++) {
            if (losses[c] == least) {
                return CANDIDATES[c];
            }
        }
        return 0;
    }
}
