package takt.forecast.usecase.data.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.forecast.quality.Alarm;
import takt.forecast.quality.Card;
import takt.forecast.quality.Scope;

/** What was measured of the data, and the alarms that ring. */
public interface QualityStore {

    /** An alarm that rings, and since when. */
    record Ringing(Alarm alarm, Instant since) {}

    /** Cards of one moment, feeds by name, then sources. */
    record Assessed(Instant at, List<Card> cards) {}

    /** The score of a card at a moment. */
    record Point(Instant at, double score) {}

    /** Median score of the last ten assessments, or the level an alarm rings for, by name of the card. */
    Uni<Map<String, Double>> usual();

    /**
     * Keeps cards and lets alarms ring that did not, and end that no longer do.
     *
     * @return the alarms that began
     */
    Uni<List<Alarm>> keep(Instant at, LocalDate businessDate, List<Card> cards, List<Alarm> alarms);

    /** What was measured last; empty before the first time. */
    Uni<Optional<Assessed>> newest();

    /** Oldest first. */
    Uni<List<Point>> history(Scope scope, String name, int limit);

    Uni<List<Ringing>> ringing();
}
