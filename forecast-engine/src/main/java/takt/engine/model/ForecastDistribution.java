package takt.engine.model;

/**
 * What is expected of the whole horizon: a distribution per step and how far the steps move together, so that sums
 * over time are right. The steps are joined by a Gaussian copula in which every two steps share the same correlation.
 *
 * @param steps one per step 1, 2, ...
 * @param common correlation of any two steps, in [0, 1): a level that was misjudged is misjudged in every step
 */
public record ForecastDistribution(Prediction[] steps, double common) {

    public int horizon() {
        return steps.length;
    }

    public double mean(int step) {
        return steps[step - 1].mean();
    }

    /** Quantiles of one step at ascending levels in (0, 1). */
    public double[] quantiles(int step, double[] levels) {
        return steps[step - 1].quantiles(levels);
    }

    /**
     * Joint sample paths. The same seed gives the same paths.
     *
     * @return one row per path, one column per step up to {@code periods}
     */
    public double[][] paths(int periods, int count, long seed) {
        return sampler(periods).paths(common, count, seed);
    }

    /** The sum over the first periods: its mean is the sum of the means, its spread that of the paths. */
    public Prediction sum(int periods, int count, long seed) {
        return sampler(periods).sum(common, count, seed);
    }

    /** Draws from the first periods, with any correlation. */
    public PathSampler sampler(int periods) {
        return new PathSampler(steps, periods);
    }
}
