package takt.engine.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import takt.engine.series.SeriesKey;

/** What the regressions over all parts said: the mean of each step, by kind and series. */
public final class RegressionMeans {

    /** Where no regression runs. */
    public static final RegressionMeans NONE = promised(Set.of());

    private final Map<Regression, Map<SeriesKey, double[]>> byKind;
    private final Set<Regression> promised;

    private RegressionMeans(Map<Regression, Map<SeriesKey, double[]>> byKind, Set<Regression> promised) {
        this.byKind = byKind;
        this.promised = promised;
    }

    public static RegressionMeans of(Map<Regression, Map<SeriesKey, double[]>> byKind) {
        return new RegressionMeans(byKind, Set.of());
    }

    /** Of kinds that will speak for every series and have not yet: they can be chosen, not asked. */
    public static RegressionMeans promised(Set<Regression> kinds) {
        return new RegressionMeans(new EnumMap<>(Regression.class), kinds);
    }

    boolean speaksFor(Regression kind, SeriesKey key) {
        return promised.contains(kind) || of(kind, key).isPresent();
    }

    /** Mean per step 1..horizon. */
    double[] require(Regression kind, SeriesKey key) {
        return of(kind, key)
                .orElseThrow(() -> new IllegalStateException(
                        "The regression (%s) has no mean for series (%s).".formatted(kind.forecaster(), key)));
    }

    private Optional<double[]> of(Regression kind, SeriesKey key) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(key));
    }
}
