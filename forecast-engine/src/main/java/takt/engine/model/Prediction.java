package takt.engine.model;

/**
 * What is expected of one bucket.
 *
 * @param mean at least 0
 * @param quantiles one per level of {@link Levels}, never falling, at least 0
 */
public record Prediction(double mean, double[] quantiles) {

    /** Mean and quantiles of a distribution with this mean and variance. */
    public static Prediction spread(double mean, double variance) {
        return new Prediction(Math.max(0, mean), Spread.quantiles(Math.max(0, mean), variance));
    }
}
