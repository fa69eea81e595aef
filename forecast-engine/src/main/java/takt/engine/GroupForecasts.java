package takt.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.Prediction;
import takt.engine.model.Scaled;
import takt.engine.selection.Choice;
import takt.engine.selection.ChoiceCause;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.series.SeriesKey;
import takt.engine.tribuo.TrainingIdentity;

/**
 * Forecasts of groups whose means are the sums of their parts' and whose spread is what models of their own know of
 * it. These are models of single series: groups are few, and more alike than parts.
 */
public final class GroupForecasts {

    /** @param choice the model that gives the spread, and why it was chosen */
    public record Grouped(ForecastDistribution distribution, Choice choice) {}

    private static final double FAR = 5;

    private final int horizon;
    private final TrainingIdentity identity;

    public GroupForecasts(int horizon, TrainingIdentity identity) {
        this.horizon = horizon;
        this.identity = identity;
    }

    /**
     * @param groups demand of each group, all up to one origin
     * @param means by group and step: the sums over the group's parts
     * @return one per group
     */
    public List<Grouped> bottomUp(List<DemandSeries> groups, double[][] means) {
        Training.Result trained = train(groups);
        Map<SeriesKey, Integer> places = places(trained);
        Forecasting forecasting =
                new Forecasting(trained.regressions(), trained.now().contexts(), horizon);
        return IntStream.range(0, groups.size())
                .mapToObj(g -> Optional.ofNullable(places.get(groups.get(g).key()))
                        .map(i -> {
                            var series = trained.series().get(i);
                            ForecastDistribution own = forecasting.forecast(
                                    series.state(), trained.now().contexts().get(i));
                            return new Grouped(moved(own, means[g]), series.choice());
                        })
                        .orElseGet(() -> unknown(means[g])))
                .toList();
    }

    Training.Result train(List<DemandSeries> groups) {
        return new Training(
                        groups,
                        Optional.empty(),
                        new Origin.OwnLast(0),
                        horizon,
                        identity,
                        Forecasters.locals().stream().map(Forecaster::name).collect(Collectors.toSet()),
                        (step, done, total) -> {})
                .run();
    }

    /** Which of the trained series is a group's; a group of which nothing is known has none. */
    static Map<SeriesKey, Integer> places(Training.Result trained) {
        Map<SeriesKey, Integer> places = new HashMap<>();
        for (int i = 0; i < trained.series().size(); i++) {
            places.put(trained.series().get(i).key(), i);
        }
        return places;
    }

    /**
     * The same spread around other means. Where a mean is far from the own one, what the group did says nothing of how it
     * will vary.
     */
    static ForecastDistribution moved(ForecastDistribution own, double[] means) {
        return new ForecastDistribution(
                IntStream.range(0, means.length)
                        .mapToObj(h -> isFar(means[h], own.steps()[h].mean())
                                ? asUncertain(means[h])
                                : Scaled.to(own.steps()[h], means[h]))
                        .toArray(Prediction[]::new),
                own.common());
    }

    private static boolean isFar(double mean, double own) {
        return mean > 0 && (mean > FAR * own || own > FAR * mean);
    }

    private static Prediction asUncertain(double mean) {
        return Prediction.spread(mean, mean + mean * mean);
    }

    /** As uncertain as a demand of which only the mean is known. */
    static Grouped unknown(double[] means) {
        return new Grouped(
                new ForecastDistribution(
                        Arrays.stream(means)
                                .mapToObj(GroupForecasts::asUncertain)
                                .toArray(Prediction[]::new),
                        0),
                new Choice("none", new ChoiceCause.NothingKnown()));
    }
}
