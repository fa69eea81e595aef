package takt.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every forecaster there is. */
public final class Forecasters {

    private static final List<Forecaster> LOCAL =
            List.of(new SeasonalNaive(), new SimpleSmoothing(), new NegativeBinomialEw(), new ScheduleDriven());
    private static final List<Forecaster> COMPARATORS = List.of(new Zero(), new LastTwelve());
    private static final Map<String, Forecaster> BY_NAME = java.util.stream.Stream.of(
                    LOCAL, COMPARATORS, List.<Forecaster>of(new GlobalRegression(Map.of())))
            .flatMap(List::stream)
            .collect(Collectors.toMap(Forecaster::name, Function.identity()));

    private Forecasters() {}

    /** Those that need one series only. */
    public static List<Forecaster> local() {
        return LOCAL;
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

    public static Forecaster named(String name) {
        Forecaster found = BY_NAME.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no forecaster (%s), only %s.".formatted(name, BY_NAME.keySet()));
        }
        return found;
    }
}
