package takt.forecast.usecase.data.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.forecast.master.Catalogue;
import takt.forecast.master.PartMaster;
import takt.kernel.BucketCalendar;

/** The facts as known now. */
public interface FactSource {

    Uni<Catalogue> catalogue();

    Uni<Boolean> hasDemand();

    /** All part numbers, in order. */
    Uni<List<String>> partNumbers();

    /** Parts whose number, description or family contains the query, after a part number, by number. */
    Uni<List<PartMaster>> parts(String query, String after, int limit);

    Uni<Long> countParts(String query);

    Uni<Optional<PartMaster>> part(String part);

    /** As known at a moment. */
    Uni<List<PartHistory>> history(String part, Instant knownAt);

    /** The newest schedule of a line that was issued by a day, as known at a moment. */
    Uni<Optional<IssuedSchedule>> schedule(String line, LocalDate issuedBy, Instant knownAt);

    /** Demand of one bucket as known now, in units of the part, by part number, a blank and site. */
    Uni<Map<String, Double>> demandAt(BucketCalendar calendar, LocalDate bucket);
}
