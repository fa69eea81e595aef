package takt.engine.model;

/** Always nothing. A comparator only: it shows how far a measure rewards silence. */
public final class Zero implements Forecaster {

    @Override
    public String name() {
        return "zero";
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
