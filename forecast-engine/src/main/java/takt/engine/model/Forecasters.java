package takt.engine.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every forecaster there is. */
public final class Forecasters {

    private static final List<Forecaster> COMPARATORS = List.of(new Zero(), new LastTwelve());
    private static final List<Forecaster> LOCAL = local();
    private static final Map<String, Forecaster> BY_NAME = Stream.of(COMPARATORS, with(RegressionMeans.NONE))
            .flatMap(List::stream)
            .collect(Collectors.toMap(Forecaster::name, Function.identity()));

    private Forecasters() {}

    private static List<Forecaster> local() {
        List<Forecaster> single = List.of(
                new SeasonalNaive(),
                new LevelModel("ma-12", Intermittent.LAST_TWELVE),
                AutoEts.simple(),
                AutoEts.damped(),
                AutoEts.auto(),
                new Theta(),
                new LevelModel("croston", Intermittent.CROSTON),
                new LevelModel("sba", Intermittent.SBA),
                new LevelModel("tsb", Intermittent.TSB),
                new LevelModel("adida", Intermittent.ADIDA),
                new LevelModel("imapa", Intermittent.IMAPA),
                NegativeBinomialEw.fast(),
                NegativeBinomialEw.slow(),
                NegativeBinomialEw.whole(),
                new WeightedQuantiles(),
                new ScheduleDriven());
        List<Forecaster> all = new ArrayList<>(single);
        all.add(combination("blend-smooth", single, "auto-ets", "damped-trend", "theta"));
        all.add(combination("blend-slow", single, "nb-ew", "imapa", "weighted-quantiles"));
        all.add(combination("blend-steady", single, "nb-ew-slow", "ma-12", "weighted-quantiles"));
        return List.copyOf(all);
    }

    /** Those that need one series only. */
    public static List<Forecaster> locals() {
        return LOCAL;
    }

    /** The local ones, the regressions, and what they say together. */
    public static List<Forecaster> with(RegressionMeans means) {
        List<Forecaster> all = new ArrayList<>(LOCAL);
        for (Regression kind : Regression.values()) {
            all.add(
                    kind == Regression.SCHEDULE_RATIO
                            ? new ScheduleRegression(means)
                            : new GlobalRegression(kind, means));
        }
        all.add(combination("blend-global", all, "global-regression", "elastic-net", "forest"));
        all.add(combination("blend-regression", all, "global-regression", "nb-ew", "weighted-quantiles"));
        all.add(combination("blend-regression-smooth", all, "global-regression", "auto-ets", "theta"));
        all.add(combination("blend-schedule", all, "schedule-driven", "schedule-regression"));
        return List.copyOf(all);
    }

    private static Combination combination(String name, List<Forecaster> among, String... members) {
        return new Combination(
                name,
                Stream.of(members)
                        .map(m -> among.stream()
                                .filter(f -> f.name().equals(m))
                                .findFirst()
                                .orElseThrow())
                        .toList());
    }

    /** Those that are shown beside the others and never chosen. */
    public static List<Forecaster> comparators() {
        return COMPARATORS;
    }

    /** Names that may be chosen. */
    public static Set<String> candidates() {
        return BY_NAME.keySet().stream()
                .filter(n -> COMPARATORS.stream().noneMatch(c -> c.name().equals(n)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All by name, with regressions that have spoken. */
    public static Map<String, Forecaster> byName(RegressionMeans means) {
        return with(means).stream().collect(Collectors.toMap(Forecaster::name, Function.identity()));
    }

    /** Regressions over all parts that the models rest on. */
    public static Set<Regression> regressions(Collection<String> names) {
        return names.stream()
                .flatMap(name -> named(name).regressions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static Forecaster named(String name) {
        Forecaster found = BY_NAME.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no forecaster (%s), only %s.".formatted(name, BY_NAME.keySet()));
        }
        return found;
    }
}
