package takt.engine.model;

import java.util.List;
import java.util.Map;
import takt.engine.series.SeriesKey;

/**
 * One regression over all parts gives the mean, a negative binomial with partly pooled dispersion the spread.
 * The regression has already spoken when this is made: its means per series and step come in.
 */
public final class GlobalRegression implements Forecaster {

    private final Map<SeriesKey, double[]> means;
    private final boolean promised;

    public GlobalRegression(Map<SeriesKey, double[]> means) {
        this(means, false);
    }

    private GlobalRegression(Map<SeriesKey, double[]> means, boolean promised) {
        this.means = means;
        this.promised = promised;
    }

    /** One that will speak for every series and has not yet: it can be chosen, not asked. */
    public static GlobalRegression promised() {
        return new GlobalRegression(Map.of(), true);
    }

    @Override
    public String name() {
        return "global-regression";
    }

    @Override
    public boolean accepts(SeriesContext context) {
        return promised || means.containsKey(context.history().key());
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        WeightedMoments moments = WeightedMoments.of(context.history().values(), NegativeBinomialEw.FAST_DECAY);
        return FittedState.of(name(), "dispersion", pool.shrunk(moments));
    }

    @Override
    public List<String> inputNames() {
        return List.of("regression-mean");
    }

    @Override
    public double[] inputs(SeriesContext context, int step) {
        double[] path = means.get(context.history().key());
        if (path == null) {
            throw new IllegalStateException("The regression has no mean for series (%s)."
                    .formatted(context.history().key()));
        }
        return new double[] {path[step - 1]};
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double mean = Math.max(0, inputs[0]);
        return Prediction.spread(mean, mean + mean * mean * state.value("dispersion"));
    }
}
