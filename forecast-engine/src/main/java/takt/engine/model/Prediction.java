package takt.engine.model;

/** What is expected of one bucket: a distribution of a demand that is at least 0. */
public interface Prediction {

    double mean();

    /** What the method itself says of the mean; unlike it, this may be negative. For comparisons with published figures. */
    default double point() {
        return mean();
    }

    /**
     * Quantiles at the given levels.
     *
     * @param levels ascending, each in (0, 1)
     * @return one per level, never falling, at least 0
     */
    double[] quantiles(double[] levels);

    /** Variance, from the quantiles where the distribution has no formula for it. */
    default double variance() {
        double[] levels = new double[40];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (i + 0.5) / levels.length;
        }
        double sum = 0;
        for (double q : quantiles(levels)) {
            sum += (q - mean()) * (q - mean());
        }
        return sum / levels.length;
    }

    /** Quantiles at 0.1 to 0.9. */
    default double[] quantiles() {
        return quantiles(Levels.nine());
    }

    /** The distribution of a demand with this mean and variance. */
    static Prediction spread(double mean, double variance) {
        return new Spread(mean, Math.max(0, variance));
    }
}
