package takt.forecast.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import takt.forecast.run.TrainingUseCase;
import takt.kit.Callers;
import takt.kit.Ids;
import takt.kit.Roles;
import takt.proto.forecast.v1.GetTrainingRunRequest;
import takt.proto.forecast.v1.GetTrainingRunResponse;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.StartTrainingRunResponse;
import takt.proto.forecast.v1.TrainingService;
import takt.proto.forecast.v1.WatchTrainingRunRequest;
import takt.proto.forecast.v1.WatchTrainingRunResponse;

@GrpcService
public class TrainingGrpc implements TrainingService {

    private static final String UNKNOWN = "RUN_UNKNOWN";
    private static final String RUN = "training run";

    private final TrainingUseCase training;
    private final Callers callers;

    TrainingGrpc(TrainingUseCase training, Callers callers) {
        this.training = training;
        this.callers = callers;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<StartTrainingRunResponse> startTrainingRun(StartTrainingRunRequest request) {
        return callers.current()
                .chain(caller -> training.start(Ids.uuid("request_id", request.getRequestId()), caller))
                .map(run -> StartTrainingRunResponse.newBuilder()
                        .setRun(Messages.run(run))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Multi<WatchTrainingRunResponse> watchTrainingRun(WatchTrainingRunRequest request) {
        return Multi.createFrom()
                .deferred(() -> training.watch(Ids.existing(request.getRunId(), UNKNOWN, RUN)))
                .map(run -> WatchTrainingRunResponse.newBuilder()
                        .setRun(Messages.run(run))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<GetTrainingRunResponse> getTrainingRun(GetTrainingRunRequest request) {
        return Uni.createFrom()
                .deferred(() -> training.get(Ids.existing(request.getRunId(), UNKNOWN, RUN)))
                .map(run -> GetTrainingRunResponse.newBuilder()
                        .setRun(Messages.run(run))
                        .build());
    }
}
