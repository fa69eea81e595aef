package takt.forecast.training;

import java.util.List;
import java.util.UUID;

/** A training run as it stands. */
public record TrainingRun(
        UUID id,
        RunState state,
        String step,
        long done,
        long total,
        int series,
        String snapshotHash,
        long seed,
        String problem,
        List<AccuracyFigure> accuracy,
        List<String> remarks) {

    public TrainingRun at(String newStep, long newDone, long newTotal) {
        return new TrainingRun(
                id,
                RunState.RUNNING,
                newStep,
                newDone,
                newTotal,
                series,
                snapshotHash,
                seed,
                problem,
                accuracy,
                remarks);
    }
}
