package takt.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import takt.engine.backtest.Fold;
import takt.engine.hierarchy.Hierarchy;
import takt.engine.hierarchy.MinTrace;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.Prediction;
import takt.engine.model.Scaled;
import takt.engine.model.SeriesContext;
import takt.engine.series.Origin;
import takt.engine.tribuo.TrainingIdentity;

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
    private final TrainingIdentity identity;

    public Reconciling(Hierarchy hierarchy, int horizon, TrainingIdentity identity) {
        this.hierarchy = hierarchy;
        this.horizon = horizon;
        this.identity = identity;
    }

    /** @param parts trained parts in the order of the hierarchy, all with one origin */
    public Agreed agree(Training.Result parts, Method method) {
        Training.Result groups = groups(parts);
        List<ForecastDistribution> ownParts = forecasts(parts);
        List<ForecastDistribution> ownGroups = forecasts(groups);
        double[][] partMeans = new double[horizon][];
        double[][] groupMeans = new double[horizon][];
        Optional<MinTrace> trace = method == Method.MIN_TRACE
                ? Optional.of(new MinTrace(hierarchy, errors(parts), errors(groups)))
                : Optional.empty();
        for (int h = 0; h < horizon; h++) {
            double[] means = means(ownParts, h + 1);
            double[] sums = means(ownGroups, h + 1);
            partMeans[h] = trace.map(t -> t.parts(means, sums)).orElse(means);
            groupMeans[h] = hierarchy.sums(partMeans[h]);
        }
        return new Agreed(moved(ownParts, partMeans), moved(ownGroups, groupMeans));
    }

    /** Trains the groups with the models of single series: groups are few, and more alike than parts. */
    private Training.Result groups(Training.Result parts) {
        return new Training(
                        hierarchy.sums(parts.now().contexts().stream()
                                .map(SeriesContext::history)
                                .toList()),
                        Optional.empty(),
                        new Origin.OwnLast(0),
                        horizon,
                        identity,
                        Forecasters.locals().stream().map(Forecaster::name).collect(Collectors.toSet()),
                        (step, done, total) -> {})
                .run();
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
