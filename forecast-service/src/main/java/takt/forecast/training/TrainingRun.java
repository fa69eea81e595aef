package takt.forecast.training;

import java.util.UUID;

/**
 * A run as it stands.
 *
 * @param series series with a model
 * @param modelNumber number of the model version it made; 0 without one
 * @param snapshotHash SHA-256 (hex) of the facts it reads; empty until known
 * @param problem why it failed; empty otherwise
 */
public record TrainingRun(
        RunOrder order,
        RunState state,
        RunProgress progress,
        int series,
        int modelNumber,
        String snapshotHash,
        String problem,
        RunFindings findings) {

    public static TrainingRun queued(RunOrder order) {
        return new TrainingRun(order, RunState.QUEUED, new RunProgress("queued", 0, 0), 0, 0, "", "", RunFindings.NONE);
    }

    public UUID id() {
        return order.id();
    }

    public TrainingRun at(RunProgress now) {
        return new TrainingRun(order, RunState.RUNNING, now, series, modelNumber, snapshotHash, problem, findings);
    }

    /** Whether it made models that forecast. */
    public boolean hasModels() {
        return order.kind() == RunKind.TRAIN && state == RunState.SUCCEEDED;
    }
}
