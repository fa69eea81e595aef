package takt.engine.backtest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import takt.engine.features.ProgrammeBook;
import takt.engine.model.PoolStatistics;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;

/**
 * An origin, and what all series of a calendar say together there.
 *
 * @param programme the schedules, read with what was learnt of how usages begin and end
 * @param series how many series have something to say at the origin
 * @param isOldEnough whether most series had a horizon's length of history; less says little about what to choose
 *     later
 */
public record OriginView(
        Origin origin,
        int horizon,
        Optional<ProgrammeBook> programme,
        PoolStatistics pool,
        int series,
        boolean isOldEnough) {

    /**
     * Cuts series at the origin; those of which nothing was known by then are left out, unless a schedule tells what
     * will be needed.
     */
    public Fold fold(List<DemandSeries> page) {
        List<DemandSeries> known = page.stream()
                .filter(s -> isKnown(s.until(origin.of(s))) || isDriven(s, origin.of(s)))
                .toList();
        return new Fold(
                origin,
                horizon,
                known.stream()
                        .map(s -> new SeriesContext(s.until(origin.of(s)), programme))
                        .toList(),
                known,
                pool);
    }

    private boolean isDriven(DemandSeries series, LocalDate at) {
        return programme.isPresent()
                && programme.get().drives(series.key().part().value(), at);
    }

    private static boolean isKnown(DemandSeries series) {
        return Arrays.stream(series.values()).anyMatch(v -> !Double.isNaN(v));
    }
}
