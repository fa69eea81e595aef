package takt.forecast.adapter.grpc.training;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import takt.forecast.training.RunKind;
import takt.forecast.usecase.training.ReadRuns;
import takt.forecast.usecase.training.StartRun;
import takt.forecast.usecase.training.SteerRun;
import takt.forecast.usecase.training.port.RunStore.Listed;
import takt.kit.Ids;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.page.Page;
import takt.proto.forecast.v1.CancelTrainingRunRequest;
import takt.proto.forecast.v1.CancelTrainingRunResponse;
import takt.proto.forecast.v1.GetTrainingRunRequest;
import takt.proto.forecast.v1.GetTrainingRunResponse;
import takt.proto.forecast.v1.ListTrainingRunsRequest;
import takt.proto.forecast.v1.ListTrainingRunsResponse;
import takt.proto.forecast.v1.ResumeTrainingRunRequest;
import takt.proto.forecast.v1.ResumeTrainingRunResponse;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.StartTrainingRunResponse;
import takt.proto.forecast.v1.TrainingService;
import takt.proto.forecast.v1.WatchTrainingRunRequest;
import takt.proto.forecast.v1.WatchTrainingRunResponse;

@GrpcService
public class TrainingGrpc implements TrainingService {

    private final StartRun starting;
    private final SteerRun steering;
    private final ReadRuns runs;
    private final Callers callers;

    TrainingGrpc(StartRun starting, SteerRun steering, ReadRuns runs, Callers callers) {
        this.starting = starting;
        this.steering = steering;
        this.runs = runs;
        this.callers = callers;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<StartTrainingRunResponse> startTrainingRun(StartTrainingRunRequest request) {
        return callers.current()
                .chain(caller -> {
                    RunKind kind =
                            switch (request.getKind()) {
                                case RUN_KIND_BACKTEST -> RunKind.BACKTEST;
                                case RUN_KIND_REPRODUCE -> RunKind.REPRODUCE;
                                default -> RunKind.TRAIN;
                            };
                    return starting.start(
                            Ids.uuid("request_id", request.getRequestId()),
                            kind,
                            kind == RunKind.REPRODUCE ? Optional.of(run(request.getSubjectRunId())) : Optional.empty(),
                            new TreeSet<>(request.getModelsList()),
                            caller.name());
                })
                .map(run -> StartTrainingRunResponse.newBuilder()
                        .setRun(RunMessages.run(run))
                        .build());
    }

    private static UUID run(String id) {
        return Ids.existing(id, "RUN_UNKNOWN", "training run");
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Multi<WatchTrainingRunResponse> watchTrainingRun(WatchTrainingRunRequest request) {
        return Multi.createFrom()
                .deferred(() -> runs.watch(run(request.getRunId())))
                .map(run -> WatchTrainingRunResponse.newBuilder()
                        .setRun(RunMessages.run(run))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<GetTrainingRunResponse> getTrainingRun(GetTrainingRunRequest request) {
        return Uni.createFrom()
                .deferred(() -> runs.get(run(request.getRunId())))
                .map(run -> GetTrainingRunResponse.newBuilder()
                        .setRun(RunMessages.run(run))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<ListTrainingRunsResponse> listTrainingRuns(ListTrainingRunsRequest request) {
        return Uni.createFrom().deferred(() -> {
            int size = Page.size(request.getPageSize(), 50, 200);
            int below = Page.afterOffset(request.getPageToken());
            return runs.list(below == 0 ? Long.MAX_VALUE : below, size).map(found -> {
                ListTrainingRunsResponse.Builder page = ListTrainingRunsResponse.newBuilder();
                found.stream().map(Listed::run).map(RunMessages::run).forEach(page::addRuns);
                return page.setNextPageToken(Page.next(found, size, last -> last.ordinal()))
                        .build();
            });
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<CancelTrainingRunResponse> cancelTrainingRun(CancelTrainingRunRequest request) {
        return Uni.createFrom()
                .deferred(() -> steering.cancel(run(request.getRunId())))
                .map(run -> CancelTrainingRunResponse.newBuilder()
                        .setRun(RunMessages.run(run))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<ResumeTrainingRunResponse> resumeTrainingRun(ResumeTrainingRunRequest request) {
        return Uni.createFrom()
                .deferred(() -> steering.resume(run(request.getRunId())))
                .map(run -> ResumeTrainingRunResponse.newBuilder()
                        .setRun(RunMessages.run(run))
                        .build());
    }
}
