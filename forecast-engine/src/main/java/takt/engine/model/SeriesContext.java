package takt.engine.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import takt.engine.features.ProgrammeBook;
import takt.engine.series.DemandSeries;
import takt.kernel.BucketCalendar;

/**
 * A series up to its origin, with the schedules that drive it, if any. Nothing after the origin is in reach.
 *
 * @param history what models learn from: weeks in which the plant is closed at the year's end are unknown
 * @param closure which weeks these are; none where a schedule drives the part, which knows of them itself
 */
public record SeriesContext(DemandSeries history, Optional<ProgrammeBook> programme, YearEndClosure closure) {

    /** With the closure that the history itself shows. */
    public SeriesContext(DemandSeries history, Optional<ProgrammeBook> programme) {
        this(history, programme, YearEndClosure.of(history));
    }

    public SeriesContext {
        String part = history.key().part().value();
        LocalDate origin = history.last();
        BucketCalendar calendar = history.calendar();
        programme = programme.filter(p -> p.calendar() == calendar && p.drives(part, origin));
        closure = programme.isPresent() ? YearEndClosure.NONE : closure;
        history = closure.unknownIn(history);
    }

    /** Of a plant that is known to work in some weeks ahead, named by their Mondays, closed at the year's end or not. */
    public SeriesContext workingIn(Set<LocalDate> weeks) {
        return new SeriesContext(history, programme, closure.but(weeks));
    }

    /** As it stood some buckets earlier, closed in the same weeks. */
    public SeriesContext before(int buckets) {
        return new SeriesContext(history.until(history.calendar().plus(origin(), -buckets)), programme, closure);
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
