package takt.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.engine.model.FittedState;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.PoolStatistics;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.model.Stretched;
import takt.engine.model.Used;
import takt.engine.training.SpreadCalibration;
import takt.engine.tribuo.Regressions;

/** Forecasts with what was learnt. */
public final class Forecasting {

    private final Map<String, Forecaster> forecasters;
    private final int horizon;

    /** {@code contexts} are all series that may be asked for; the regressions speak for them in one go. */
    public Forecasting(Regressions regressions, List<SeriesContext> contexts, int horizon) {
        this.horizon = horizon;
        this.forecasters = Forecasters.byName(regressions.means(contexts, horizon));
    }

    /** What was learnt, brought up to the origin of a context; empty where that cannot be done. */
    public static Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        return Forecasters.named(learnt.model()).at(learnt, now);
    }

    public ForecastDistribution forecast(FittedState state, SeriesContext context) {
        Forecaster forecaster = forecasters.get(state.model());
        if (forecaster == null) {
            forecaster = Forecasters.named(state.model());
        }
        Prediction[] path = forecaster.forecast(state, context, horizon);
        if (state.arrays().containsKey(SpreadCalibration.STRETCH)) {
            path = Stretched.path(
                    path,
                    state.array(SpreadCalibration.STRETCH),
                    context.history().season());
        }
        return new ForecastDistribution(Used.only(path, context, state), common(state));
    }

    /** Mean of the next bucket by a model that learns anew; by the simplest one where that cannot be used yet. */
    double oneStep(String model, SeriesContext context, PoolStatistics pool) {
        Forecaster own = Optional.ofNullable(forecasters.get(model)).orElseGet(() -> Forecasters.named(model));
        Forecaster able = own.accepts(context) ? own : Forecasters.named("nb-ew");
        return able.forecast(able.learn(context, pool), context, 1)[0].mean();
    }

    /** Correlation of any two steps that was learnt with the state. */
    public double common(FittedState state) {
        return state.arrays().containsKey(SpreadCalibration.COMMON) ? state.value(SpreadCalibration.COMMON) : 0;
    }
}
