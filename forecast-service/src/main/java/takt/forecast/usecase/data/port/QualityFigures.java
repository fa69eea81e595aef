package takt.forecast.usecase.data.port;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.forecast.quality.Agreement;
import takt.forecast.quality.Extent;
import takt.forecast.quality.Rows;
import takt.kernel.BucketCalendar;

/** What data is measured by. */
public interface QualityFigures {

    /** What the imports of each kind and source read, and what of it is kept out. */
    Uni<List<Rows>> rows();

    /** Of all demand, or of a part's, by calendar, up to a day: buckets of the future are nobody's merit. */
    Uni<List<Extent>> demand(Optional<String> part, LocalDate businessDate);

    Uni<List<Extent>> built(LocalDate businessDate);

    /** Days on which schedules were issued, oldest first, by calendar; the last hundred of each. */
    Uni<Map<BucketCalendar, List<LocalDate>>> issued();

    /** Built against planned when its bucket began, by line, over the last twelve buckets of each calendar. */
    Uni<List<Agreement>> builtAgainstPlanned(LocalDate businessDate);

    /**
     * Demand against usage times built, by part, over those of the last twelve buckets of each line in which both are known;
     * without parts that replace others or are replaced.
     */
    Uni<List<Agreement>> demandAgainstNeed(Optional<String> part, LocalDate businessDate);
}
