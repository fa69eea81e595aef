package takt.engine.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Mean and empirical quantiles of the last twelve known buckets. A comparator every planner has in a sheet. */
public final class LastTwelve implements Forecaster {

    @Override
    public String name() {
        return "last-12";
    }

    /** A comparator learns anew. */
    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        return Optional.of(learn(now, PoolStatistics.of(List.of())));
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return List.of(new LevelCause.LastTwelveDemands());
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        double[] known = Arrays.stream(context.history().values())
                .filter(v -> !Double.isNaN(v))
                .toArray();
        double[] last = Arrays.copyOfRange(known, Math.max(0, known.length - 12), known.length);
        Arrays.sort(last);
        return FittedState.of(name(), "sorted", last);
    }

    /** Quantiles by linear interpolation between order statistics (Hyndman and Fan, type 7). */
    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double[] sorted = state.array("sorted");
        double mean = Arrays.stream(sorted).average().orElse(0);
        if (sorted.length < 2) {
            return new Interpolated(mean, new double[] {0.5}, new double[] {mean});
        }
        double[] levels = new double[sorted.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (double) i / (levels.length - 1);
        }
        return new Interpolated(mean, levels, sorted);
    }
}
