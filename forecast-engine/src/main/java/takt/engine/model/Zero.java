package takt.engine.model;

import java.util.List;
import java.util.Optional;

/** Always nothing. A comparator only: it shows how far a measure rewards silence. */
public final class Zero implements Forecaster {

    @Override
    public String name() {
        return "zero";
    }

    /** A comparator learns anew. */
    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        return Optional.of(learn(now, PoolStatistics.of(List.of())));
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return List.of(new LevelCause.NeverAnything());
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        return FittedState.of(name(), "level", 0);
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        return new Spread(0, 0);
    }
}
