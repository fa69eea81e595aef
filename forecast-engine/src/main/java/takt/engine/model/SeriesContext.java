package takt.engine.model;

import java.time.LocalDate;
import java.util.Optional;
import takt.engine.features.ProgrammeBook;
import takt.engine.series.DemandSeries;

/** A series up to its origin, with the schedules that drive it, if any. Nothing after the origin is in reach. */
public record SeriesContext(DemandSeries history, Optional<ProgrammeBook> programme) {

    public SeriesContext {
        String part = history.key().part().value();
        programme = programme.filter(p -> p.calendar() == history.calendar() && p.drives(part, history.last()));
    }

    public LocalDate origin() {
        return history.last();
    }

    /** Schedule demand of step 1, 2, ... as known at the origin; NaN when no schedule drives the part. */
    public double planned(int step) {
        return plannedAsOf(origin(), step);
    }

    /** The same as it was known at an earlier origin. */
    public double plannedAsOf(LocalDate earlier, int step) {
        LocalDate bucket = history.calendar().plus(earlier, step);
        return programme
                .map(p -> p.plannedDemand(history.key().part().value(), earlier, bucket))
                .orElse(Double.NaN);
    }

    /** What the vehicles built in bucket {@code t} of the history (or a few buckets later) took; NaN if unknown. */
    public double built(int t) {
        LocalDate bucket = history.calendar().plus(history.first(), t);
        return bucket.isAfter(origin())
                ? Double.NaN
                : programme
                        .map(p -> p.builtDemand(history.key().part().value(), bucket))
                        .orElse(Double.NaN);
    }
}
