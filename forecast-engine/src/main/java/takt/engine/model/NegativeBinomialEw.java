package takt.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * Negative binomial around an exponentially weighted mean, its dispersion drawn towards that of all parts.
 * Made for slow movers, where one history is too short to know its own spread.
 */
public final class NegativeBinomialEw implements Forecaster {

    /** Forgets within a year of months. */
    static final double FAST_DECAY = 0.9;

    /** Remembers three times as long; better where demand is steadier or the history short. */
    static final double SLOW_DECAY = 0.97;

    /** Never forgets: of a slow mover each demand says as much as any other. */
    static final double NO_DECAY = 1;

    private final String name;
    private final double decay;

    private NegativeBinomialEw(String name, double decay) {
        this.name = name;
        this.decay = decay;
    }

    public static NegativeBinomialEw fast() {
        return new NegativeBinomialEw("nb-ew", FAST_DECAY);
    }

    public static NegativeBinomialEw slow() {
        return new NegativeBinomialEw("nb-ew-slow", SLOW_DECAY);
    }

    public static NegativeBinomialEw whole() {
        return new NegativeBinomialEw("nb-whole", NO_DECAY);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return average(state);
    }

    static List<LevelCause> average(FittedState state) {
        return List.of(new LevelCause.AverageDemand(state.value("mean"), state.value("dispersion")));
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        WeightedMoments moments = WeightedMoments.of(context.history().values(), decay);
        return FittedState.of(name, "mean", moments.mean()).with("dispersion", pool.shrunk(moments));
    }

    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        return Optional.of(learnt.with(
                "mean", WeightedMoments.of(now.history().values(), decay).mean()));
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double mean = state.value("mean");
        return Prediction.spread(mean, mean + mean * mean * state.value("dispersion"));
    }
}
