package takt.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import takt.engine.backtest.Fold;
import takt.engine.hierarchy.Hierarchy;
import takt.engine.hierarchy.MinTrace;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.Prediction;
import takt.engine.model.Scaled;
import takt.engine.model.SeriesContext;

/**
 * Forecasts of parts and of the groups they add up to, so that they agree. Each level has its own models, which know
 * its spread; the means either come from the parts (bottom-up) or from all levels together ({@link MinTrace}).
 */
public final class Reconciling {

    /** How the means agree. */
    public enum Method {
        BOTTOM_UP,
        MIN_TRACE
    }

    /** One forecast per part, and one per group. */
    public record Agreed(List<ForecastDistribution> parts, List<ForecastDistribution> groups) {}

    /** Buckets whose one-step errors are looked at. */
    private static final int BUCKETS = 24;

    private final Hierarchy hierarchy;
    private final int horizon;

    public Reconciling(Hierarchy hierarchy, int horizon) {
        this.hierarchy = hierarchy;
        this.horizon = horizon;
    }

    /**
     * @param parts trained parts in the order of the hierarchy
     * @param groups trained groups in the order of the hierarchy
     */
    public Agreed agree(Training.Result parts, Training.Result groups, Method method) {
        List<ForecastDistribution> ownParts = forecasts(parts);
        List<ForecastDistribution> ownGroups = forecasts(groups);
        double[][] partMeans = new double[horizon][];
        double[][] groupMeans = new double[horizon][];
        MinTrace trace = method == Method.BOTTOM_UP
                ? new MinTrace(new Hierarchy(List.of(), hierarchy.parts()), new double[0][], new double[0][])
                : new MinTrace(hierarchy, errors(parts), errors(groups));
        for (int step = 1; step <= horizon; step++) {
            double[] means = means(ownParts, step);
            partMeans[step - 1] = method == Method.BOTTOM_UP ? means : trace.parts(means, means(ownGroups, step));
            groupMeans[step - 1] = hierarchy.sums(partMeans[step - 1]);
        }
        return new Agreed(moved(ownParts, partMeans), moved(ownGroups, groupMeans));
    }

    private List<ForecastDistribution> forecasts(Training.Result result) {
        Forecasting forecasting =
                new Forecasting(result.regressions(), result.now().contexts(), horizon);
        return IntStream.range(0, result.series().size())
                .parallel()
                .mapToObj(i -> forecasting.forecast(
                        result.series().get(i).state(), result.now().contexts().get(i)))
                .toList();
    }

    private static double[] means(List<ForecastDistribution> forecasts, int step) {
        return forecasts.stream().mapToDouble(f -> f.mean(step)).toArray();
    }

    private static List<ForecastDistribution> moved(List<ForecastDistribution> forecasts, double[][] means) {
        return IntStream.range(0, forecasts.size())
                .mapToObj(i -> new ForecastDistribution(
                        IntStream.range(0, means.length)
                                .mapToObj(h -> Scaled.to(forecasts.get(i).steps()[h], means[h][i]))
                                .toArray(Prediction[]::new),
                        forecasts.get(i).common()))
                .toList();
    }

    /** Each champion's errors one step ahead over the last buckets, learnt anew before each; 0 where unknown. */
    private static double[][] errors(Training.Result result) {
        Fold now = result.now();
        double[][] errors = new double[now.contexts().size()][BUCKETS];
        for (int back = 1; back <= BUCKETS; back++) {
            int column = BUCKETS - back;
            int before = back;
            List<SeriesContext> cut =
                    now.contexts().stream().map(c -> before(c, before)).toList();
            Forecasting forecasting = new Forecasting(result.regressions(), cut, 1);
            IntStream.range(0, cut.size()).parallel().forEach(i -> {
                double[] whole = now.contexts().get(i).history().values();
                int at = whole.length - before;
                boolean known = at > 0
                        && !Double.isNaN(whole[at])
                        && Arrays.stream(whole, 0, at).anyMatch(v -> !Double.isNaN(v));
                errors[i][column] = known
                        ? whole[at]
                                - forecasting.oneStep(
                                        result.series().get(i).state().model(), cut.get(i), now.pool())
                        : 0;
            });
        }
        return errors;
    }

    private static SeriesContext before(SeriesContext context, int buckets) {
        return new SeriesContext(
                context.history().until(context.history().calendar().plus(context.origin(), -buckets)),
                context.programme());
    }
}
