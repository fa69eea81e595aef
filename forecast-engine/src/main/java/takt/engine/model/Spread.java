package takt.engine.model;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Quantiles of a demand with a given mean and variance. Slow movers are counts: negative binomial, or Poisson
 * where the variance is no larger than the mean. From a mean of 60 a gamma distribution is as good and smooth.
 */
public final class Spread {

    private static final double FAST = 60;

    private Spread() {}

    /** Quantiles at the levels of {@link Levels}. Mean and variance at least 0. */
    public static double[] quantiles(double mean, double variance) {
        double[] levels = Levels.nine();
        if (mean <= 1e-9) {
            return new double[levels.length];
        }
        return mean < FAST ? counts(mean, variance, levels) : gamma(mean, variance, levels);
    }

    private static double[] gamma(double mean, double variance, double[] levels) {
        double v = Math.max(variance, 1e-6 * mean * mean);
        GammaDistribution gamma = GammaDistribution.of(mean * mean / v, v / mean);
        double[] result = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            result[i] = gamma.inverseCumulativeProbability(levels[i]);
        }
        return result;
    }

    /** Sums probabilities from zero upwards: p(k+1) = p(k) (k + r) / (k + 1) (1 - p). */
    private static double[] counts(double mean, double variance, double[] levels) {
        boolean overdispersed = variance > mean * 1.0001;
        double r = overdispersed ? mean * mean / (variance - mean) : 0;
        double q = overdispersed ? mean / variance : 0;
        double probability = overdispersed ? Math.pow(q, r) : Math.exp(-mean);
        double cumulative = probability;
        double[] result = new double[levels.length];
        int k = 0;
        for (int i = 0; i < levels.length; i++) {
            while (cumulative < levels[i] && k < 100_000) {
                probability *= overdispersed ? (k + r) / (k + 1) * (1 - q) : mean / (k + 1);
                k++;
                cumulative += probability;
            }
            result[i] = k;
        }
        return result;
    }
}
