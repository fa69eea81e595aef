package takt.engine.model;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A demand with a given mean and variance. Slow movers are counts: negative binomial, or Poisson where the variance
 * is no larger than the mean. From a mean of 60 a gamma distribution is as good and smooth. A negative mean is none.
 */
public record Spread(double point, double variance) implements Prediction {

    private static final double FAST = 60;

    /** Shape from which the gamma's quantiles need not be searched for. */
    private static final double ROUND = 5;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int LARGEST = 100_000;
    private static final int ROUNDS = 12;

    @Override
    public double mean() {
        return Math.max(0, point);
    }

    @Override
    public double variance() {
        return mean() < FAST ? Math.max(variance, mean()) : variance;
    }

    @Override
    public double[] quantiles(double[] levels) {
        double mean = mean();
        if (!(mean > 1e-9)) {
            return new double[levels.length];
        }
        return mean < FAST ? counts(levels) : gamma(levels);
    }

    private double[] gamma(double[] levels) {
        double mean = point;
        double v = Math.max(variance, 1e-6 * mean * mean);
        return mean * mean > ROUND * v ? cubed(levels, v) : exact(levels, v);
    }

    /** Wilson and Hilferty (1931): the cube root is nearly normal; within 0.1 % of a deviation from shape 5 on. */
    private double[] cubed(double[] levels, double v) {
        double mean = point;
        double ninth = v / (9 * mean * mean);
        double[] result = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            double root = 1 - ninth + NORMAL.inverseCumulativeProbability(levels[i]) * Math.sqrt(ninth);
            result[i] = mean * Math.max(0, root * root * root);
        }
        return result;
    }

    /** Newton's steps from the cube root; where they do not settle, the distribution's own slower search. */
    private double[] exact(double[] levels, double v) {
        GammaDistribution gamma = GammaDistribution.of(point * point / v, v / point);
        double[] result = cubed(levels, v);
        for (int i = 0; i < levels.length; i++) {
            double settled = settled(gamma, levels[i], Math.max(result[i], 1e-3 * point));
            result[i] = settled < 1e-9 * point ? 0 : settled; // the search ends anywhere among the tiniest numbers
        }
        return result;
    }

    private double settled(GammaDistribution gamma, double level, double start) {
        double x = start;
        for (int round = 0; round < ROUNDS; round++) {
            double next = x - (gamma.cumulativeProbability(x) - level) / gamma.density(x);
            if (!(next > 0)) {
                next = x / 2;
            }
            if (Math.abs(next - x) < 1e-7 * point) {
                return next;
            }
            x = next;
        }
        return gamma.inverseCumulativeProbability(level);
    }

    /** Sums probabilities from zero upwards: p(k+1) = p(k) (k + r) / (k + 1) (1 - p). */
    private double[] counts(double[] levels) {
        double mean = point;
        boolean overdispersed = variance > mean * 1.0001;
        double r = overdispersed ? mean * mean / (variance - mean) : 0;
        double q = overdispersed ? mean / variance : 0;
        double probability = overdispersed ? Math.pow(q, r) : Math.exp(-mean);
        double cumulative = probability;
        double[] result = new double[levels.length];
        int k = 0;
        for (int i = 0; i < levels.length; i++) {
            while (cumulative < levels[i] && k < LARGEST) {
                probability *= overdispersed ? (k + r) / (k + 1) * (1 - q) : mean / (k + 1);
                k++;
                cumulative += probability;
            }
            result[i] = k;
        }
        return result;
    }
}
