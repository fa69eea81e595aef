package takt.forecast.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.facts.Feeds;
import takt.kit.facts.Quarantine;
import takt.kit.facts.QuarantineRpc;
import takt.kit.facts.Replay;

@GrpcService
public class QuarantineGrpc extends QuarantineRpc {

    QuarantineGrpc(Quarantine quarantine, Replay replay, Callers callers, Feeds feeds) {
        super(quarantine, replay, callers, feeds, Roles.PLANNER, Roles.DATA_SCIENTIST);
    }
}
