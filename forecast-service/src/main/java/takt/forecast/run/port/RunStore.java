package takt.forecast.run.port;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.training.TrainedModels;
import takt.forecast.training.TrainingRun;
import takt.forecast.version.VersionComputation.StoredModel;
import takt.kernel.BucketCalendar;

/** Keeps training runs and what they learnt. */
public interface RunStore {

    Uni<Optional<TrainingRun>> find(UUID id);

    Uni<Optional<TrainingRun>> findByRequest(UUID requestId);

    /** Fails with RUN_ACTIVE when another run is under way. */
    Uni<Void> create(TrainingRun run, UUID requestId, String by);

    /** Keeps models and end state in one transaction with the feed's entry. */
    Uni<Void> succeed(TrainingRun run, TrainedModels models);

    Uni<Void> fail(UUID id, String problem);

    /** Runs that a stopped service left behind end as failed. */
    Uni<Integer> failAbandoned(String problem);

    /** Models of a run by calendar and series; no more than a page is in memory. */
    Multi<Map.Entry<BucketCalendar, StoredModel>> models(UUID runId);

    Uni<Map<BucketCalendar, byte[]>> regressions(UUID runId);
}
