package takt.engine.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The demands that were seen, the newer the heavier: what happened is what may happen. */
public final class WeightedQuantiles implements Forecaster {

    private static final double DECAY = 0.95;

    @Override
    public String name() {
        return "weighted-quantiles";
    }

    /** Its one parameter is the pace at which it forgets. */
    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        FittedState state = learn(now.history().values());
        return Optional.of(learnt.with("values", state.array("values"))
                .with("weights", state.array("weights"))
                .with("mean", state.value("mean")));
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return List.of(new LevelCause.PastDemands(state.value("mean")));
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        return learn(context.history().values());
    }

    private FittedState learn(double[] demand) {
        double[] known = KnownValues.only(demand);
        int n = known.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> known[i]));
        double[] values = new double[n];
        double[] weights = new double[n];
        double mean = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            values[i] = known[order[i]];
            weights[i] = Math.pow(DECAY, n - 1 - order[i]);
            mean += values[i] * weights[i];
            total += weights[i];
        }
        return FittedState.of(name(), "values", values)
                .with("weights", weights)
                .with("mean", total == 0 ? 0 : mean / total);
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        return new Empirical(state.value("mean"), state.array("values"), state.array("weights"));
    }
}
