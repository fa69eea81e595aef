package takt.forecast.usecase.training;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.training.port.RunStore;
import takt.forecast.usecase.training.port.RunStore.Listed;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.kit.server.Closing;

/** Reads runs, with the newest progress of those that are worked on here, and follows them. */
@ApplicationScoped
public class ReadRuns {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final RunStore runs;
    private final RunWorker worker;
    private final Closing closing;

    ReadRuns(RunStore runs, RunWorker worker, Closing closing) {
        this.runs = runs;
        this.worker = worker;
        this.closing = closing;
    }

    public Uni<TrainingRun> get(UUID id) {
        return runs.find(id)
                .map(found -> found.map(worker::live)
                        .orElseThrow(() -> TaktException.notFound("RUN_UNKNOWN", "training run", id.toString())));
    }

    public Uni<List<Listed>> list(long belowOrdinal, int limit) {
        return runs.list(belowOrdinal, limit);
    }

    /** The run now and then again and again until it is over; its last state is the last item. */
    public Multi<TrainingRun> watch(UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> get(id))
                .withDelay(PAUSE)
                .whilst(run -> !run.state().isOver() && !closing.hasBegun());
    }

    /** The run if its models can forecast; refuses any other. */
    public Uni<TrainingRun> requireModels(UUID id) {
        return get(id).invoke(run -> {
            if (!run.hasModels()) {
                throw new TaktException(
                        Category.PRECONDITION,
                        "RUN_NOT_SUCCEEDED",
                        "The run (%s), kind %s, is %s and has no models.\nMaybe wait for it, or start another."
                                .formatted(id, run.order().kind(), run.state()));
            }
        });
    }
}
