package takt.forecast.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.codes.CrossReferenceRpc;
import takt.kit.codes.CrossReferenceUseCase;

@GrpcService
public class CrossReferenceGrpc extends CrossReferenceRpc {

    CrossReferenceGrpc(CrossReferenceUseCase references, Callers callers) {
        super(references, callers, Roles.PLANNER, Roles.DATA_SCIENTIST);
    }
}
