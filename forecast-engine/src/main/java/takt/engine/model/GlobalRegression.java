package takt.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One regression over all parts gives the mean, a negative binomial with partly pooled dispersion the spread.
 * The regression has already spoken when this is made: its means per series and step come in.
 */
public final class GlobalRegression implements Forecaster {

    private final Regression kind;
    private final RegressionMeans means;

    public GlobalRegression(Regression kind, RegressionMeans means) {
        this.kind = kind;
        this.means = means;
    }

    @Override
    public String name() {
        return kind.forecaster();
    }

    @Override
    public Set<Regression> regressions() {
        return Set.of(kind);
    }

    @Override
    public boolean accepts(SeriesContext context) {
        return means.speaksFor(kind, context.history().key());
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return List.of(new LevelCause.RegressionMean(kind, state.value("dispersion")));
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        WeightedMoments moments = WeightedMoments.of(context.history().values(), NegativeBinomialEw.FAST_DECAY);
        return FittedState.of(name(), "dispersion", pool.shrunk(moments));
    }

    /** The regression reads the history itself; the dispersion was estimated. */
    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        return Optional.of(learnt);
    }

    @Override
    public List<String> inputNames() {
        return List.of(kind == Regression.BOOSTED ? "regression-mean" : name() + "-mean");
    }

    @Override
    public double[] inputs(SeriesContext context, int step) {
        return new double[] {means.require(kind, context.history().key())[step - 1]};
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double mean = Math.max(0, inputs[0]);
        return Prediction.spread(mean, mean + mean * mean * state.value("dispersion"));
    }
}
