package takt.cli.lab;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import takt.engine.backtest.Fold;
import takt.engine.model.Forecaster;
import takt.engine.model.PoolStatistics;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.training.Field;

/** Series per second by model on one thread: learn, forecast the horizon, nine quantiles each. */
final class Timing {

    private static final long LEAST_NANOS = 300_000_000;

    private Timing() {}

    static void print(Fold fold, Field field, PrintWriter err) {
        PoolStatistics pool = fold.pool();
        for (Forecaster forecaster : new Field(Optional.empty(), field.candidates()).racers(fold)) {
            List<SeriesContext> accepted =
                    fold.contexts().stream().filter(forecaster::accepts).toList();
            double sum = pass(forecaster, accepted, pool, fold.horizon()); // lets the compiler see the code first
            long start = System.nanoTime();
            long passes = 0;
            while (!accepted.isEmpty() && System.nanoTime() - start < LEAST_NANOS) {
                sum += pass(forecaster, accepted, pool, fold.horizon());
                passes++;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!accepted.isEmpty() && !Double.isNaN(sum)) {
                err.printf("%-24s %,12.0f series/s%n", forecaster.name(), passes * accepted.size() / seconds);
            }
        }
        err.flush();
    }

    private static double pass(Forecaster forecaster, List<SeriesContext> contexts, PoolStatistics pool, int horizon) {
        double sum = 0;
        for (SeriesContext context : contexts) {
            for (Prediction step : forecaster.forecast(forecaster.learn(context, pool), context, horizon)) {
                sum += step.quantiles()[0];
            }
        }
        return sum;
    }
}
