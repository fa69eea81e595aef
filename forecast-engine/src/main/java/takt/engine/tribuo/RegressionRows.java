package takt.engine.tribuo;

import java.util.ArrayList;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import takt.engine.features.RegressionFeatures;
import takt.engine.model.ScheduleSignals;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Segment;
import takt.engine.series.SeriesKey;

/**
 * What a regression is asked of one series.
 *
 * @param scale what a unit of the regression's answer is worth
 * @param steps one row per step 1..horizon
 */
record RegressionRows(SeriesKey key, Segment segment, double scale, List<Example<Regressor>> steps) {

    private static final String[] NAMES = RegressionFeatures.NAMES.toArray(String[]::new);
    private static final String[] SIGNALS = ScheduleSignals.NAMES.toArray(String[]::new);

    static RegressionRows of(SeriesContext context, int horizon) {
        RegressionFeatures features = new RegressionFeatures(context.history());
        List<Example<Regressor>> steps = new ArrayList<>(horizon);
        for (int step = 1; step <= horizon; step++) {
            steps.add(example(RegressionFactory.UNKNOWN_REGRESSOR, features.row(step, context.planned(step))));
        }
        return new RegressionRows(context.history().key(), Segment.of(context), features.scale(), steps);
    }

    /** Rows of the regression on what becomes of rate x plan; its answer is a ratio. */
    static RegressionRows ofSchedule(SeriesContext context, int horizon) {
        ScheduleSignals.Origin signals =
                new ScheduleSignals(context).at(context.history().values().length - 1);
        List<Example<Regressor>> steps = new ArrayList<>(horizon);
        for (int step = 1; step <= horizon; step++) {
            steps.add(new ArrayExample<>(RegressionFactory.UNKNOWN_REGRESSOR, SIGNALS, signals.row(step)));
        }
        return new RegressionRows(context.history().key(), Segment.of(context), 1, steps);
    }

    /** A step that is known by now, weighing as much as the root of what was expected. */
    static Example<Regressor> learnt(ScheduleSignals.Origin signals, int step) {
        Example<Regressor> row =
                new ArrayExample<>(new Regressor("ratio", signals.ratio(step)), SIGNALS, signals.row(step));
        row.setWeight((float) Math.sqrt(signals.base(step)));
        return row;
    }

    /** The same for a linear regression. */
    RegressionRows bounded() {
        return new RegressionRows(
                key, segment, scale, steps.stream().map(RegressionRows::bounded).toList());
    }

    /** Every value by its inverse hyperbolic sine: as it is where it is small, as its logarithm where it is large. */
    static Example<Regressor> bounded(Example<Regressor> row) {
        double[] values = new double[row.size()];
        int i = 0;
        for (Feature feature : row) {
            values[i++] = Math.log(feature.getValue() + Math.hypot(feature.getValue(), 1));
        }
        return example(row.getOutput(), values);
    }

    static Example<Regressor> example(Regressor output, double[] row) {
        return new ArrayExample<>(output, NAMES, row);
    }
}
