package takt.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.GlobalRegression;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.series.SeriesKey;
import takt.engine.tribuo.RegressionModel;
import takt.engine.tribuo.SeriesModel;

/** Forecasts with stored models. */
public final class Forecasting {

    private final Map<SeriesKey, double[]> regressionMeans;
    private final int horizon;

    /** {@code contexts} are all series that may be asked for; the regression speaks for them in one go. */
    public Forecasting(Optional<byte[]> regression, List<SeriesContext> contexts, int horizon) {
        this.horizon = horizon;
        this.regressionMeans = regression
                .map(bytes -> RegressionModel.fromBytes(bytes).means(contexts, horizon))
                .orElse(Map.of());
    }

    public Prediction[] forecast(SeriesModel model, SeriesContext context) {
        Forecaster forecaster = Forecasters.named(model.state().model());
        if (forecaster instanceof GlobalRegression) {
            forecaster = new GlobalRegression(regressionMeans);
        }
        return forecaster.forecast(model.state(), context, horizon);
    }
}
