package takt.forecast.run.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.forecast.quality.Agreement;
import takt.forecast.quality.Alarm;
import takt.forecast.quality.Card;
import takt.forecast.quality.Extent;
import takt.forecast.quality.Rows;
import takt.forecast.quality.Scope;
import takt.kernel.BucketCalendar;

/** What data is measured by, and what was measured. */
public interface QualityStore {

    /** An alarm that rings, and since when. */
    record Ringing(Alarm alarm, Instant since) {}

    /** The score of a card at a moment. */
    record Point(Instant at, double score) {}

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

    /** Median score of the last ten assessments, or the level an alarm rings for, by name of the card. */
    Uni<Map<String, Double>> usual();

    /**
     * Keeps cards and lets alarms ring that did not, and end that no longer do.
     *
     * @return the alarms that began
     */
    Uni<List<Alarm>> keep(Instant at, LocalDate businessDate, List<Card> cards, List<Alarm> alarms);

    /** Oldest first. */
    Uni<List<Point>> history(Scope scope, String name, int limit);

    Uni<List<Ringing>> ringing();
}
