package takt.engine.model;

/**
 * Negative binomial around an exponentially weighted mean, its dispersion drawn half way to that of all parts.
 * Made for slow movers, where one history is too short to know its own spread.
 */
public final class NegativeBinomialEw implements Forecaster {

    static final double DECAY = 0.9;

    @Override
    public String name() {
        return "nb-ew";
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        WeightedMoments moments = WeightedMoments.of(context.history().values(), DECAY);
        double dispersion = pool.shrunk(moments.mean(), moments.variance());
        return FittedState.of(name(), "mean", moments.mean()).with("dispersion", dispersion);
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double mean = state.value("mean");
        return Prediction.spread(mean, mean + mean * mean * state.value("dispersion"));
    }
}
