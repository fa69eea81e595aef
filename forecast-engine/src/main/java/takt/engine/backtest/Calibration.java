package takt.engine.backtest;

import java.util.Arrays;
import takt.engine.model.HorizonZone;
import takt.engine.model.Prediction;

/**
 * Learns how much wider or narrower a champion's spread should have been, by zone of the horizon: the factor around
 * the median that would have given the least quantile loss.
 */
public final class Calibration {

    private static final double[] FACTORS = {0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0};
    private static final int UNCHANGED = 2;
    private static final int ENOUGH = 200;
    private static final double[] LEVELS = {0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95};
    private static final int MEDIAN = 4;

    private final double[][] losses = new double[HorizonZone.COUNT][FACTORS.length];
    private final int[] buckets = new int[HorizonZone.COUNT];

    /** Takes a forecast and what happened; unknown buckets and slow movers say nothing. */
    public void learn(Prediction[] path, double[] actuals, int season) {
        for (int h = 1; h <= path.length; h++) {
            if (Double.isNaN(actuals[h - 1]) || path[h - 1].mean() < 10) {
                continue;
            }
            int zone = HorizonZone.of(h, season);
            double[] quantiles = path[h - 1].quantiles(LEVELS);
            buckets[zone]++;
            for (int f = 0; f < FACTORS.length; f++) {
                for (int i = 0; i < LEVELS.length; i++) {
                    double q = Math.max(0, quantiles[MEDIAN] + FACTORS[f] * (quantiles[i] - quantiles[MEDIAN]));
                    double miss = actuals[h - 1] - q;
                    losses[zone][f] += Math.max(LEVELS[i] * miss, (LEVELS[i] - 1) * miss);
                }
            }
        }
    }

    public void add(Calibration other) {
        for (int zone = 0; zone < losses.length; zone++) {
            buckets[zone] += other.buckets[zone];
            for (int f = 0; f < FACTORS.length; f++) {
                losses[zone][f] += other.losses[zone][f];
            }
        }
    }

    /** One factor per zone; 1 where too few buckets were seen. */
    public double[] factors() {
        double[] factors = new double[HorizonZone.COUNT];
        Arrays.fill(factors, 1);
        for (int zone = 0; zone < factors.length; zone++) {
            int best = UNCHANGED;
            for (int f = 0; f < FACTORS.length && buckets[zone] >= ENOUGH; f++) {
                best = losses[zone][f] < losses[zone][best] ? f : best;
            }
            factors[zone] = FACTORS[best];
        }
        return factors;
    }
}
