package takt.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.engine.model.FittedState;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.GlobalRegression;
import takt.engine.model.HorizonZone;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.model.Stretched;
import takt.engine.tribuo.RegressionModel;

/** Forecasts with what was learnt. */
public final class Forecasting {

    /** Array of a state that says how far the steps move together. */
    static final String COMMON = "common";

    /** Array of a state with the factor of the spread by zone of the horizon. */
    static final String STRETCH = "stretch";

    private final Map<String, Forecaster> forecasters;
    private final int horizon;

    /** {@code contexts} are all series that may be asked for; the regression speaks for them in one go. */
    public Forecasting(Optional<RegressionModel> regression, List<SeriesContext> contexts, int horizon) {
        this.horizon = horizon;
        this.forecasters = Forecasters.byName(new GlobalRegression(
                regression.map(r -> r.means(contexts, horizon)).orElse(Map.of())));
    }

    public ForecastDistribution forecast(FittedState state, SeriesContext context) {
        Forecaster forecaster = forecasters.get(state.model());
        if (forecaster == null) {
            forecaster = Forecasters.named(state.model());
        }
        Prediction[] path = forecaster.forecast(state, context, horizon);
        if (state.arrays().containsKey(STRETCH)) {
            path = stretched(path, state.array(STRETCH), context.history().season());
        }
        return new ForecastDistribution(path, common(state));
    }

    static Prediction[] stretched(Prediction[] path, double[] factors, int season) {
        Prediction[] stretched = new Prediction[path.length];
        for (int h = 1; h <= path.length; h++) {
            stretched[h - 1] = Stretched.of(path[h - 1], factors[HorizonZone.of(h, season)]);
        }
        return stretched;
    }

    /** Correlation of any two steps that was learnt with the state. */
    public double common(FittedState state) {
        return state.arrays().containsKey(COMMON) ? state.value(COMMON) : 0;
    }
}
