package takt.cli.lab;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import takt.engine.backtest.Fold;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.PoolStatistics;
import takt.engine.model.Prediction;
import takt.engine.model.Regression;
import takt.engine.model.SeriesContext;
import takt.engine.training.Field;
import takt.engine.tribuo.RegressionTrainer;
import takt.engine.tribuo.Regressions;
import takt.engine.tribuo.TrainingIdentity;

/** Series per second by model on one thread: learn, forecast the horizon, nine quantiles each. */
final class Timing {

    private static final long LEAST_NANOS = 300_000_000;

    private Timing() {}

    static void print(Fold fold, Field field, TrainingIdentity identity, PrintWriter err) {
        PoolStatistics pool = fold.pool();
        for (Forecaster forecaster : new Field(Regressions.NONE, field.candidates()).racers(fold)) {
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
        for (Regression kind : field.regressions().kinds()) {
            regression(kind, fold, identity, err);
            regression(kind, fold, identity, err); // the first one let the compiler see the code
        }
        err.flush();
    }

    /** A regression over all parts: rows with their features, training, then nine quantiles for each step. */
    private static void regression(Regression kind, Fold fold, TrainingIdentity identity, PrintWriter err) {
        long start = System.nanoTime();
        RegressionTrainer trainer =
                new RegressionTrainer(identity, fold.horizon(), fold.contexts().size(), Set.of(kind));
        trainer.hear(fold.contexts());
        long heard = System.nanoTime();
        Regressions model = trainer.train();
        long trained = System.nanoTime();
        Forecaster forecaster = Optional.ofNullable(Forecasters.byName(model.means(fold.contexts(), fold.horizon()))
                        .get(kind.forecaster()))
                .orElseThrow();
        List<SeriesContext> accepted =
                fold.contexts().stream().filter(forecaster::accepts).toList();
        pass(forecaster, accepted, fold.pool(), fold.horizon());
        long done = System.nanoTime();
        err.printf(
                Locale.ROOT,
                "%-24s features %.2f s, train %.2f s, forecast and quantiles %.2f s, in all %.2f s%n",
                kind.forecaster(),
                (heard - start) / 1e9,
                (trained - heard) / 1e9,
                (done - trained) / 1e9,
                (done - start) / 1e9);
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
