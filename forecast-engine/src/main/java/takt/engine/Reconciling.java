package takt.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import takt.engine.backtest.Fold;
import takt.engine.hierarchy.Hierarchy;
import takt.engine.hierarchy.MinTrace;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
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
        List<DemandSeries> sums = hierarchy.sums(
                parts.now().contexts().stream().map(SeriesContext::history).toList());
        GroupForecasts bottomUp = new GroupForecasts(horizon, identity);
        List<ForecastDistribution> own = forecasts(parts);
        if (method == Method.BOTTOM_UP) {
            double[][] means = new double[hierarchy.groups().size()][horizon];
            for (int h = 0; h < horizon; h++) {
                double[] step = hierarchy.sums(means(own, h + 1));
                for (int g = 0; g < step.length; g++) {
                    means[g][h] = step[g];
                }
            }
            return new Agreed(
                    own,
                    bottomUp.bottomUp(sums, means).stream()
                            .map(GroupForecasts.Grouped::distribution)
                            .toList());
        }
        return minTrace(parts, own, sums, bottomUp.train(sums));
    }

    private Agreed minTrace(
            Training.Result parts, List<ForecastDistribution> own, List<DemandSeries> sums, Training.Result groups) {
        if (groups.series().size() < sums.size()) {
            throw new IllegalArgumentException(
                    "Of %d groups, %d have no known demand, so nothing can be weighed against their parts.%nMaybe reconcile bottom-up."
                            .formatted(
                                    sums.size(), sums.size() - groups.series().size()));
        }
        List<ForecastDistribution> ownGroups = forecasts(groups);
        MinTrace trace = new MinTrace(hierarchy, errors(parts), errors(groups));
        double[][] partMeans = new double[own.size()][horizon];
        double[][] groupMeans = new double[ownGroups.size()][horizon];
        for (int h = 0; h < horizon; h++) {
            double[] agreed = trace.parts(means(own, h + 1), means(ownGroups, h + 1));
            double[] totals = hierarchy.sums(agreed);
            for (int i = 0; i < agreed.length; i++) {
                partMeans[i][h] = agreed[i];
            }
            for (int g = 0; g < totals.length; g++) {
                groupMeans[g][h] = totals[g];
            }
        }
        return new Agreed(moved(own, partMeans), moved(ownGroups, groupMeans));
    }

    private static List<ForecastDistribution> moved(List<ForecastDistribution> forecasts, double[][] means) {
        return IntStream.range(0, forecasts.size())
                .mapToObj(i -> GroupForecasts.moved(forecasts.get(i), means[i]))
                .toList();
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

    /** Each champion's errors one step ahead over the last buckets, learnt anew before each; 0 where unknown. */
    private static double[][] errors(Training.Result result) {
        Fold now = result.now();
        double[][] errors = new double[now.contexts().size()][BUCKETS];
        for (int back = 1; back <= BUCKETS; back++) {
            int column = BUCKETS - back;
            int before = back;
            List<SeriesContext> cut =
                    now.contexts().stream().map(c -> c.before(before)).toList();
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
}
