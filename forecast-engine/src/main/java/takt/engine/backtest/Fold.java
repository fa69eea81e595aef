package takt.engine.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import takt.engine.model.FittedState;
import takt.engine.model.Forecaster;
import takt.engine.model.PoolStatistics;
import takt.engine.model.SeriesContext;
import takt.engine.model.Used;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.series.SeriesKey;

/**
 * Series cut at one rolling origin; what came after is what a forecast is held against.
 *
 * @param contexts the series that had begun by then, cut at the origin
 * @param whole the same series with what came after
 * @param pool what all series of the calendar said together at the origin, these among them
 */
public record Fold(
        Origin origin, int horizon, List<SeriesContext> contexts, List<DemandSeries> whole, PoolStatistics pool) {

    /** Score of each forecaster on each series that it accepts, in the order of {@link #contexts}. */
    public List<Map<String, Score>> race(List<Forecaster> forecasters, Runnable afterEach) {
        return IntStream.range(0, contexts.size())
                .parallel()
                .mapToObj(i -> {
                    Map<String, Score> scores = scores(i, forecasters);
                    afterEach.run();
                    return scores;
                })
                .toList();
    }

    public SeriesKey key(int i) {
        return whole.get(i).key();
    }

    private Map<String, Score> scores(int i, List<Forecaster> forecasters) {
        SeriesContext context = contexts.get(i);
        double[] actuals = actuals(i);
        double scale = scale(context.history().values());
        Map<String, Score> scores = new LinkedHashMap<>();
        for (Forecaster f : forecasters) {
            if (f.accepts(context)) {
                FittedState state = f.learn(context, pool);
                scores.put(
                        f.name(),
                        Score.of(
                                Used.only(f.forecast(state, context, horizon), context, state),
                                actuals,
                                Math.max(2, context.history().season() / 4),
                                scale));
            }
        }
        return scores;
    }

    /** Root of the mean squared difference of neighbours (as in RMSSE); 1 where nothing ever changed. */
    private static double scale(double[] y) {
        double sum = 0;
        int n = 0;
        for (int t = 1; t < y.length; t++) {
            double difference = y[t] - y[t - 1];
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
                n++;
            }
        }
        return sum > 0 ? Math.sqrt(sum / n) : 1;
    }

    /** Demand after the origin, NaN where it is unknown, or was still the predecessor's. */
    public double[] actuals(int i) {
        DemandSeries series = whole.get(i);
        return IntStream.rangeClosed(1, horizon)
                .mapToObj(h -> series.calendar().plus(origin.of(series), h))
                .mapToDouble(bucket -> series.inUse().isYetToCome(bucket) ? Double.NaN : series.at(bucket))
                .toArray();
    }
}
