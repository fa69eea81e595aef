package takt.forecast.usecase.training.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import takt.forecast.snapshot.FixedFacts;
import takt.forecast.snapshot.Shard;
import takt.kernel.BucketCalendar;

/** The facts as known at a moment, read in pieces; the pieces fit together whenever they are read. */
public interface SnapshotSource {

    /** A moment by which every fact that is known then can be read, and none comes later. */
    Uni<Instant> moment();

    /** All facts but the demand, as known at a moment. */
    Uni<FixedFacts> fixed(Instant knownAt);

    /**
     * Gives each series that had begun by its calendar's origin its place in a run, once: a series enlisted stays so.
     * One part and site is forecast once: a history on two calendars counts on the one that reaches further, on the
     * finer one when both end together. A successor has its predecessor's history on its own calendar. A part without any history that
     * vehicles will need is forecast where they are built, if that is one site.
     */
    Uni<Void> enlist(UUID runId, Instant knownAt, Map<BucketCalendar, LocalDate> origins);

    /** How many series of a run each calendar has, none left out. */
    Uni<Map<BucketCalendar, Integer>> enlisted(UUID runId);

    /** The demand of a run's shard, as known at a moment, corrected, with what successors inherit. */
    Uni<Shard> shard(UUID runId, BucketCalendar calendar, int number, Instant knownAt, FixedFacts fixed);
}
