package takt.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One way to forecast. Learning and predicting are pure functions; what was learnt is data. */
public interface Forecaster {

    /** Stable name; it is stored with what was learnt. */
    String name();

    /** Whether the series has what this way needs. */
    default boolean accepts(SeriesContext context) {
        return true;
    }

    /** Whether it is several that speak as one. */
    default boolean isCombination() {
        return false;
    }

    /** Regressions over all parts that it rests on. */
    default Set<Regression> regressions() {
        return Set.of();
    }

    FittedState learn(SeriesContext context, PoolStatistics pool);

    /**
     * What was learnt, brought up to a later origin: what was estimated (weights, forms, dispersions, leads, ratios) is
     * kept; levels, seasons and last values become what they make of all that is known there.
     *
     * @param now the series up to the later origin
     * @return empty where it was learnt from buckets that are not there any more, or by a build that did not keep enough
     */
    Optional<FittedState> at(FittedState learnt, SeriesContext now);

    /** How it came to its level; never empty, and without a figure that is not a number. */
    List<LevelCause> explain(FittedState state, SeriesContext context);

    /** Names of the inputs of one step, ascending. */
    default List<String> inputNames() {
        return List.of("step");
    }

    /** Inputs of step 1, 2, ... as known at the origin. */
    default double[] inputs(SeriesContext context, int step) {
        return new double[] {step};
    }

    Prediction predict(FittedState state, double[] inputs);

    default Prediction[] forecast(FittedState state, SeriesContext context, int horizon) {
        Prediction[] path = new Prediction[horizon];
        for (int step = 1; step <= horizon; step++) {
            path[step - 1] = predict(state, inputs(context, step));
        }
        return path;
    }
}
