package takt.engine.backtest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import takt.engine.features.ProgrammeBook;
import takt.engine.model.Forecaster;
import takt.engine.model.PoolStatistics;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.series.SeriesKey;

/**
 * One rolling origin: every series is cut there, and what came after is what a forecast is held against.
 *
 * @param contexts the series that had begun by then, cut at the origin
 */
public record Fold(Origin origin, int horizon, List<SeriesContext> contexts, List<DemandSeries> whole) {

    /**
     * Cuts the series at the origin; those of which nothing was known by then are left out, unless a schedule tells what
     * will be needed.
     */
    public static Fold at(Origin origin, int horizon, List<DemandSeries> series, Optional<ProgrammeBook> programme) {
        List<DemandSeries> begun = series.stream()
                .filter(s -> isKnown(s.until(origin.of(s))) || isDriven(s, origin.of(s), programme))
                .toList();
        return new Fold(origin, horizon, SeriesContext.cut(begun, origin, programme), begun);
    }

    private static boolean isDriven(DemandSeries series, LocalDate origin, Optional<ProgrammeBook> programme) {
        return programme.isPresent()
                && programme.get().drives(series.key().part().value(), origin);
    }

    private static boolean isKnown(DemandSeries series) {
        return Arrays.stream(series.values()).anyMatch(v -> !Double.isNaN(v));
    }

    /** Score of each forecaster on each series that it accepts, in the order of {@link #contexts}. */
    public List<Map<String, Score>> race(List<Forecaster> forecasters, Runnable afterEach) {
        PoolStatistics pool = PoolStatistics.of(contexts);
        return IntStream.range(0, contexts.size())
                .parallel()
                .mapToObj(i -> {
                    Map<String, Score> scores = scores(contexts.get(i), actuals(i), forecasters, pool);
                    afterEach.run();
                    return scores;
                })
                .toList();
    }

    /** Whether most series had a horizon's length of history; less says little about what to choose later. */
    public boolean isOldEnough() {
        long enough = contexts.stream()
                .filter(c -> c.history().values().length >= horizon)
                .count();
        return 2 * enough > contexts.size();
    }

    public SeriesKey key(int i) {
        return whole.get(i).key();
    }

    private Map<String, Score> scores(
            SeriesContext context, double[] actuals, List<Forecaster> forecasters, PoolStatistics pool) {
        Map<String, Score> scores = new LinkedHashMap<>();
        for (Forecaster f : forecasters) {
            if (f.accepts(context)) {
                scores.put(f.name(), Score.of(f.forecast(f.learn(context, pool), context, horizon), actuals));
            }
        }
        return scores;
    }

    /** Demand after the origin, NaN where it is unknown. */
    public double[] actuals(int i) {
        DemandSeries series = whole.get(i);
        return IntStream.rangeClosed(1, horizon)
                .mapToDouble(h -> series.at(series.calendar().plus(origin.of(series), h)))
                .toArray();
    }
}
