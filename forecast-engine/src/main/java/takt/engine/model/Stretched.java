package takt.engine.model;

/**
 * A distribution drawn out or pressed together around its median.
 *
 * @param factor 1 leaves it as it is
 */
public record Stretched(Prediction base, double factor) implements Prediction {

    private static final double SLOW = 10;

    /** Slow movers come in whole pieces and keep their counts. */
    public static Prediction of(Prediction base, double factor) {
        return factor == 1 || base.mean() < SLOW ? base : new Stretched(base, factor);
    }

    /** Each step by the factor of its zone. */
    public static Prediction[] path(Prediction[] path, double[] factors, int season) {
        Prediction[] stretched = new Prediction[path.length];
        for (int h = 1; h <= path.length; h++) {
            stretched[h - 1] = of(path[h - 1], factors[HorizonZone.of(h, season)]);
        }
        return stretched;
    }

    @Override
    public double point() {
        return base.point();
    }

    @Override
    public double mean() {
        return base.mean();
    }

    @Override
    public double[] quantiles(double[] levels) {
        double median = base.quantiles(new double[] {0.5})[0];
        double[] quantiles = base.quantiles(levels);
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = Math.max(0, median + factor * (quantiles[i] - median));
        }
        return quantiles;
    }
}
