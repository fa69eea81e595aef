package takt.engine.model;

import java.util.Arrays;

/** Mean and empirical quantiles of the last twelve known buckets. A comparator every planner has in a sheet. */
public final class LastTwelve implements Forecaster {

    @Override
    public String name() {
        return "last-12";
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
        double[] levels = Levels.nine();
        double[] quantiles = new double[levels.length];
        for (int i = 0; i < levels.length && sorted.length > 0; i++) {
            double at = levels[i] * (sorted.length - 1);
            int low = (int) at;
            int high = Math.min(low + 1, sorted.length - 1);
            quantiles[i] = sorted[low] + (at - low) * (sorted[high] - sorted[low]);
        }
        return new Prediction(Arrays.stream(sorted).average().orElse(0), quantiles);
    }
}
