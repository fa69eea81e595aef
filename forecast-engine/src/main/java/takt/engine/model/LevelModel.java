package takt.engine.model;

import java.util.function.ToDoubleFunction;

/**
 * A forecaster that says one mean for every step; the demand around it is a negative binomial, its dispersion drawn
 * towards that of all parts.
 */
public final class LevelModel implements Forecaster {

    private final String name;
    private final ToDoubleFunction<double[]> level;

    LevelModel(String name, ToDoubleFunction<double[]> level) {
        this.name = name;
        this.level = level;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        double[] values = context.history().values();
        WeightedMoments moments = WeightedMoments.of(values, NegativeBinomialEw.FAST_DECAY);
        return FittedState.of(name, "mean", Math.max(0, level.applyAsDouble(Known.only(values))))
                .with("dispersion", pool.shrunk(moments));
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double mean = state.value("mean");
        return Prediction.spread(mean, mean + mean * mean * state.value("dispersion"));
    }
}
