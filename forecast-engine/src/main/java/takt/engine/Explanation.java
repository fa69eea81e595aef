package takt.engine;

import java.util.ArrayList;
import java.util.List;
import takt.engine.model.FittedState;
import takt.engine.model.Forecasters;
import takt.engine.model.LevelCause;
import takt.engine.model.SeriesContext;
import takt.engine.model.Used;
import takt.engine.training.SpreadCalibration;

/** How a model came to its level and what its spread was worth, in the order in which a planner asks. */
public final class Explanation {

    private Explanation() {}

    public static List<LevelCause> of(FittedState state, SeriesContext context) {
        List<LevelCause> causes =
                new ArrayList<>(Forecasters.named(state.model()).explain(state, context));
        Used.lastUse(context).map(LevelCause.UsedUntil::new).ifPresent(causes::add);
        boolean christmas = context.closure().christmas();
        boolean newYear = context.closure().newYear();
        if (christmas || newYear) {
            causes.add(new LevelCause.ClosedAtYearEnd(christmas, newYear));
        }
        if (state.arrays().containsKey(SpreadCalibration.COVERAGE)) {
            double[] shares = state.array(SpreadCalibration.COVERAGE);
            if (shares.length > 0) {
                causes.add(new LevelCause.HeldOutCoverage(
                        shares[0], shares[shares.length / 2], shares[shares.length - 1]));
            }
        }
        return causes;
    }
}
