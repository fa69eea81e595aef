package takt.forecast.adapter.grpc.data;

import io.quarkus.grpc.GrpcService;
import takt.ingest.adapter.db.Quarantine;
import takt.ingest.adapter.grpc.QuarantineRpc;
import takt.ingest.usecase.Feeds;
import takt.ingest.usecase.Replay;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;

@GrpcService
public class QuarantineGrpc extends QuarantineRpc {

    QuarantineGrpc(Quarantine quarantine, Replay replay, Callers callers, Feeds feeds) {
        super(quarantine, replay, callers, feeds, Roles.PLANNER, Roles.DATA_SCIENTIST);
    }
}
