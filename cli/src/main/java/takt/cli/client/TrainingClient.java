package takt.cli.client;

import java.util.Iterator;
import java.util.UUID;
import takt.cli.UserError;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.forecast.v1.TrainingServiceGrpc;
import takt.proto.forecast.v1.WatchTrainingRunRequest;
import takt.proto.forecast.v1.WatchTrainingRunResponse;

/** Starts a training run and follows it to its end. */
public final class TrainingClient {

    private final Connection connection;

    public TrainingClient(Connection connection) {
        this.connection = connection;
    }

    /** The finished run; fails with the run's problem when it failed. */
    public TrainingRun train() {
        var stub = TrainingServiceGrpc.newBlockingStub(connection.forecast());
        TrainingRun run = connection
                .within(20, stub)
                .startTrainingRun(StartTrainingRunRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getRun();
        try (Progress progress = new Progress("training")) {
            Iterator<WatchTrainingRunResponse> states = connection
                    .within(4 * 3600, stub)
                    .watchTrainingRun(WatchTrainingRunRequest.newBuilder()
                            .setRunId(run.getId())
                            .build());
            while (states.hasNext()) {
                run = states.next().getRun();
                progress.at(run.getStep(), run.getDone(), run.getTotal());
            }
        }
        if (run.getState() != RunState.RUN_STATE_SUCCEEDED) {
            throw new UserError(
                    "The training run (%s) ended as %s: %s".formatted(run.getId(), run.getState(), run.getProblem()));
        }
        return run;
    }
}
