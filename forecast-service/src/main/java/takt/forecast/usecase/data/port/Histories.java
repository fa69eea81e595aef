package takt.forecast.usecase.data.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.kernel.BucketCalendar;

/** What was demanded and planned. */
public interface Histories {

    Uni<Boolean> hasDemand();

    /** As known at a moment. */
    Uni<List<PartHistory>> history(String part, Instant knownAt);

    /** The newest schedule of a line that was issued by a day, as known at a moment. */
    Uni<Optional<IssuedSchedule>> schedule(String line, LocalDate issuedBy, Instant knownAt);

    /** Demand of one bucket as known now, in units of the part, by part number, a blank and site. */
    Uni<Map<String, Double>> demandAt(BucketCalendar calendar, LocalDate bucket);
}
