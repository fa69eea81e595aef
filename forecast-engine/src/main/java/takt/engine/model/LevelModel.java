package takt.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * A forecaster that says one mean for every step; the demand around it is a negative binomial, its dispersion drawn
 * towards that of all parts.
 */
public final class LevelModel implements Forecaster {

    private static final String WEIGHTS = "weights";

    private final String name;
    private final Intermittent.Way way;

    LevelModel(String name, Intermittent.Way way) {
        this.name = name;
        this.way = way;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return NegativeBinomialEw.average(state);
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        double[] values = context.history().values();
        WeightedMoments moments = WeightedMoments.of(values, NegativeBinomialEw.FAST_DECAY);
        double[] known = KnownValues.only(values);
        double[] weights = way.weights(known);
        return FittedState.of(name, "mean", Math.max(0, way.level(known, weights)))
                .with(WEIGHTS, weights)
                .with("dispersion", pool.shrunk(moments));
    }

    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        double[] known = KnownValues.only(now.history().values());
        return learnt.arrays().containsKey(WEIGHTS)
                ? Optional.of(learnt.with("mean", Math.max(0, way.level(known, learnt.array(WEIGHTS)))))
                : Optional.empty();
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double mean = state.value("mean");
        return Prediction.spread(mean, mean + mean * mean * state.value("dispersion"));
    }
}
