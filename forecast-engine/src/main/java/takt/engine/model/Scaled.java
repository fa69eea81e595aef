package takt.engine.model;

import java.util.Arrays;

/**
 * A distribution moved to another mean, its shape kept.
 *
 * @param factor at least 0
 */
public record Scaled(Prediction base, double factor) implements Prediction {

    /** The same with this mean; what expected nothing has no shape and becomes a Poisson distribution. */
    public static Prediction to(Prediction base, double mean) {
        return base.mean() > 0 ? new Scaled(base, mean / base.mean()) : Prediction.spread(mean, mean);
    }

    @Override
    public double mean() {
        return factor * base.mean();
    }

    @Override
    public double[] quantiles(double[] levels) {
        return Arrays.stream(base.quantiles(levels)).map(q -> factor * q).toArray();
    }
}
