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

    /** Gives each series of an {@link takt.forecast.snapshot.Enlistment} its place in a run, once: it stays enlisted. */
    Uni<Void> enlist(UUID runId, Instant knownAt, FixedFacts fixed, Map<BucketCalendar, LocalDate> origins);

    /** How many series of a run each calendar has, none left out. */
    Uni<Map<BucketCalendar, Integer>> enlisted(UUID runId);

    /** The demand of a run's shard, as known at a moment, corrected, with what successors inherit. */
    Uni<Shard> shard(UUID runId, BucketCalendar calendar, int number, Instant knownAt, FixedFacts fixed);
}
