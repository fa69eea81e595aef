package takt.cli.service.model;

import io.grpc.StatusRuntimeException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.UUID;
import takt.cli.service.Connection;
import takt.cli.service.Patience;
import takt.cli.term.Progress;
import takt.cli.term.UserError;
import takt.proto.forecast.v1.CancelTrainingRunRequest;
import takt.proto.forecast.v1.CreateForecastVersionRequest;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.ListTrainingRunsRequest;
import takt.proto.forecast.v1.ResumeTrainingRunRequest;
import takt.proto.forecast.v1.RunState;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.TrainingRun;
import takt.proto.forecast.v1.TrainingServiceGrpc;
import takt.proto.forecast.v1.TrainingServiceGrpc.TrainingServiceBlockingStub;
import takt.proto.forecast.v1.WatchTrainingRunRequest;
import takt.proto.forecast.v1.WatchTrainingRunResponse;

/** Starts, follows, stops and resumes runs. */
public final class TrainingClient {

    /** Stands for the newest run where an id is expected. */
    public static final String NEWEST = "newest";

    private static final int LONGEST_SECONDS = 4 * 3600;
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final Connection connection;
    private final TrainingServiceBlockingStub stub;

    public TrainingClient(Connection connection) {
        this.connection = connection;
        this.stub = TrainingServiceGrpc.newBlockingStub(connection.forecast());
    }

    /** A finished training with every model. */
    public TrainingRun train() {
        return follow(start(StartTrainingRunRequest.newBuilder()));
    }

    public TrainingRun start(StartTrainingRunRequest.Builder request) {
        return connection
                .within(60, stub)
                .startTrainingRun(
                        request.setRequestId(UUID.randomUUID().toString()).build())
                .getRun();
    }

    /** Starts a run and stays until its end, saying how to leave it to itself. */
    public TrainingRun perform(StartTrainingRunRequest.Builder request, PrintWriter out) {
        TrainingRun run = start(request);
        out.printf("Run %s has begun. Ctrl-C leaves it running; `./takt train --cancel` stops it.%n", run.getId());
        out.flush();
        return follow(run);
    }

    /** @param id a run's id or {@link #NEWEST} */
    public TrainingRun find(String id) {
        if (!id.equals(NEWEST)) {
            return TrainingRun.newBuilder().setId(id).build();
        }
        return connection
                .within(60, stub)
                .listTrainingRuns(
                        ListTrainingRunsRequest.newBuilder().setPageSize(1).build())
                .getRunsList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new UserError("There is no run yet. Maybe `./takt train`."));
    }

    public TrainingRun cancel(TrainingRun run) {
        return connection
                .within(60, stub)
                .cancelTrainingRun(CancelTrainingRunRequest.newBuilder()
                        .setRunId(run.getId())
                        .build())
                .getRun();
    }

    public TrainingRun resume(TrainingRun run) {
        return connection
                .within(60, stub)
                .resumeTrainingRun(ResumeTrainingRunRequest.newBuilder()
                        .setRunId(run.getId())
                        .build())
                .getRun();
    }

    /** The finished run; fails with the run's problem when it did not succeed. */
    public TrainingRun follow(TrainingRun begun) {
        TrainingRun run = begun;
        try (Progress progress = new Progress("run")) {
            Patience patience = new Patience(SILENCE, "The run (%s)".formatted(begun.getId()));
            while (!isOver(run.getState())) {
                try {
                    Iterator<WatchTrainingRunResponse> states = connection
                            .within(LONGEST_SECONDS, stub)
                            .watchTrainingRun(WatchTrainingRunRequest.newBuilder()
                                    .setRunId(begun.getId())
                                    .build());
                    while (states.hasNext()) {
                        run = states.next().getRun();
                        patience.heard();
                        progress.at(run.getStep(), run.getDone(), run.getTotal());
                    }
                    if (!isOver(run.getState())) {
                        patience.pause("the service stops, or a proxy ended the stream");
                    }
                } catch (StatusRuntimeException e) { // the run goes on without anybody who watches
                    progress.at("asking again, the service does not answer", run.getDone(), run.getTotal());
                    patience.pause(e);
                }
            }
        }
        return switch (run.getState()) {
            case RUN_STATE_SUCCEEDED -> run;
            case RUN_STATE_CANCELLED ->
                throw new UserError("The run (%s) was cancelled.%nMaybe go on with `./takt train --resume %s`."
                        .formatted(run.getId(), run.getId()));
            default ->
                throw new UserError(
                        "The run (%s) ended as %s: %s".formatted(run.getId(), state(run.getState()), run.getProblem()));
        };
    }

    private static boolean isOver(RunState state) {
        return state == RunState.RUN_STATE_SUCCEEDED
                || state == RunState.RUN_STATE_FAILED
                || state == RunState.RUN_STATE_CANCELLED;
    }

    /** A state as people say it. */
    public static String state(RunState state) {
        return state.name().substring("RUN_STATE_".length());
    }

    /** A draft version of a run's models; of the champion's when the id is empty. */
    public ForecastVersion forecast(String runId) {
        return connection
                .within(300, ForecastVersionServiceGrpc.newBlockingStub(connection.forecast()))
                .createForecastVersion(CreateForecastVersionRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setRunId(runId)
                        .build())
                .getVersion();
    }

    /** Says which draft was made and how to release it. */
    public static void print(ForecastVersion version, PrintWriter out) {
        out.printf(
                "Draft version %d (%s) with %d series. Release it with `./takt release %d`.%n",
                version.getNumber(), version.getId(), version.getSeries(), version.getNumber());
        version.getRemarksList().forEach(remark -> out.println("  " + remark));
        out.flush();
    }
}
