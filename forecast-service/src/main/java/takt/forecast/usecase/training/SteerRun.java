package takt.forecast.usecase.training;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import takt.forecast.training.RunState;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.training.port.RunStore;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Stops a run, or lets it go on from what it kept. */
@ApplicationScoped
public class SteerRun {

    private final ReadRuns reading;
    private final RunStore runs;
    private final RunWorker worker;

    SteerRun(ReadRuns reading, RunStore runs, RunWorker worker) {
        this.reading = reading;
        this.runs = runs;
        this.worker = worker;
    }

    public Uni<TrainingRun> cancel(UUID id) {
        return reading.get(id)
                .chain(run -> runs.cancel(id))
                .invoke(() -> worker.stop(id))
                .chain(() -> reading.get(id));
    }

    public Uni<TrainingRun> resume(UUID id) {
        return reading.get(id).chain(run -> {
            if (run.state() == RunState.SUCCEEDED) {
                throw new TaktException(
                        Category.PRECONDITION,
                        "RUN_SUCCEEDED",
                        "The training run (%s) has succeeded; there is nothing left to do.\nMaybe start another."
                                .formatted(id));
            }
            return run.state().isOver()
                    ? runs.requeue(id).invoke(worker::wake).chain(() -> reading.get(id))
                    : Uni.createFrom().item(run);
        });
    }
}
