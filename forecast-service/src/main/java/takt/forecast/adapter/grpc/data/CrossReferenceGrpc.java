package takt.forecast.adapter.grpc.data;

import io.quarkus.grpc.GrpcService;
import takt.ingest.adapter.grpc.CrossReferenceRpc;
import takt.ingest.usecase.CrossReferenceUseCase;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;

@GrpcService
public class CrossReferenceGrpc extends CrossReferenceRpc {

    CrossReferenceGrpc(CrossReferenceUseCase references, Callers callers) {
        super(references, callers, Roles.PLANNER, Roles.DATA_SCIENTIST);
    }
}
