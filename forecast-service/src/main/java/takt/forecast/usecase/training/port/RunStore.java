package takt.forecast.usecase.training.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.training.RunOrder;
import takt.forecast.training.TrainingRun;

/** Keeps runs and where they stand. */
public interface RunStore {

    /** A run and its place in the list, from 1. */
    record Listed(long ordinal, TrainingRun run) {}

    Uni<Optional<TrainingRun>> find(UUID id);

    Uni<Optional<TrainingRun>> findByRequest(UUID requestId);

    /** The run that made a model version. */
    Uni<Optional<TrainingRun>> findByModel(int number);

    /** Newest first, those with a place below {@code belowOrdinal}. */
    Uni<List<Listed>> list(long belowOrdinal, int limit);

    /** Runs that made models, newest first, those with a number below {@code belowNumber}. */
    Uni<List<TrainingRun>> models(int belowNumber, int limit);

    /** Fails with RUN_ACTIVE when another run is under way. */
    Uni<Void> create(RunOrder order, UUID requestId);

    /**
     * Takes over the run that is under way, if there is one; whoever worked on it before loses its claim. A run that was
     * taken over five times without keeping anything is ended as failed.
     */
    Uni<Optional<TrainingRun>> claim(UUID worker);

    /** Fails with {@link ClaimLost}. */
    Uni<Void> keepSnapshot(Claim claim, String hash);

    /** Keeps the end state and the feed's entry in one transaction; the first model becomes champion. */
    Uni<Void> succeed(Claim claim, TrainingRun end);

    /** A run that is over already keeps its end. */
    Uni<Void> fail(UUID id, String problem);

    Uni<Void> cancel(UUID id);

    /** Queues a run again; fails with RUN_ACTIVE when another one is under way. */
    Uni<Void> requeue(UUID id);
}
