package takt.forecast.run.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.ingest.Catalogue;
import takt.forecast.training.FixedFacts;
import takt.forecast.training.PartFacts;
import takt.forecast.training.Shard;
import takt.kernel.BucketCalendar;

/** The facts as known now, or at a moment before. */
public interface FactSource {

    Uni<Catalogue> catalogue();

    Uni<Boolean> hasDemand();

    /** A moment by which every fact that is known then can be read, and none comes later. */
    Uni<Instant> moment();

    /** All facts but the demand, as known at a moment. */
    Uni<FixedFacts> fixed(Instant knownAt);

    /**
     * Gives each series that had begun by its calendar's origin its place in a run, once: a series enlisted stays so.
     * One part and site is forecast once: a history on two calendars counts on the one that reaches further, on the
     * finer one when both end together.
     */
    Uni<Void> enlist(UUID runId, Instant knownAt, Map<BucketCalendar, LocalDate> origins);

    /** How many series of a run each calendar has, none left out. */
    Uni<Map<BucketCalendar, Integer>> enlisted(UUID runId);

    /** The demand of a run's shard, as known at a moment. */
    Uni<Shard> shard(UUID runId, BucketCalendar calendar, int number, Instant knownAt);

    /** Parts whose number, description or family contains the query, after a part number, by number. */
    Uni<List<PartFacts>> parts(String query, String after, int limit);

    Uni<Long> countParts(String query);

    Uni<Optional<PartFacts>> part(String part);

    Uni<List<PartHistory>> history(String part);

    /** Demand of one bucket as known now, in units of the part, by part number, a blank and site. */
    Uni<Map<String, Double>> demandAt(BucketCalendar calendar, LocalDate bucket);
}
