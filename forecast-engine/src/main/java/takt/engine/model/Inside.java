package takt.engine.model;

/**
 * A distribution whose mean lies inside its own band: from the 0.9 quantile on none is below the mean, up to the 0.1
 * quantile none above it. A few large demands of long ago can pull a mean out of the band; what is published must not
 * contradict itself. Of a part that hardly ever sells the 0.9 quantile becomes the mean, a fraction of a piece.
 */
public record Inside(Prediction base) implements Prediction {

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;

    static Prediction of(Prediction base) {
        return base instanceof Inside ? base : new Inside(base);
    }

    @Override
    public double mean() {
        return base.mean();
    }

    @Override
    public double point() {
        return base.point();
    }

    @Override
    public double variance() {
        return base.variance();
    }

    @Override
    public double[] quantiles(double[] levels) {
        double mean = mean();
        double[] quantiles = base.quantiles(levels);
        for (int i = 0; i < quantiles.length; i++) {
            if (levels[i] >= HIGH - 1e-9) {
                quantiles[i] = Math.max(quantiles[i], mean);
            } else if (levels[i] <= LOW + 1e-9) {
                quantiles[i] = Math.min(quantiles[i], mean);
            }
        }
        return quantiles;
    }
}
