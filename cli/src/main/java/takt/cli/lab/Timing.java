package takt.cli.lab;

import java.io.PrintWriter;
import java.util.List;
import takt.engine.Training;
import takt.engine.backtest.Fold;
import takt.engine.model.Forecaster;
import takt.engine.model.PoolStatistics;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;

/** Series per second by model on one thread: learn, forecast the horizon, nine quantiles each. */
final class Timing {

    private Timing() {}

    static void print(Fold fold, Training training, PrintWriter err) {
        PoolStatistics pool = PoolStatistics.of(fold.contexts());
        for (Forecaster forecaster : training.racers(fold, java.util.Optional.empty())) {
            List<SeriesContext> accepted =
                    fold.contexts().stream().filter(forecaster::accepts).toList();
            long start = System.nanoTime();
            double sum = 0;
            for (SeriesContext context : accepted) {
                for (Prediction step : forecaster.forecast(forecaster.learn(context, pool), context, fold.horizon())) {
                    sum += step.quantiles()[0];
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!accepted.isEmpty() && !Double.isNaN(sum)) {
                err.printf("%-24s %,12.0f series/s%n", forecaster.name(), accepted.size() / seconds);
            }
        }
        err.flush();
    }
}
