package takt.sharing.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import java.util.Arrays;
import java.util.List;
import takt.kit.Callers;
import takt.kit.Roles;
import takt.kit.facts.Quarantine;
import takt.kit.facts.QuarantineRpc;
import takt.kit.facts.Replay;
import takt.sharing.network.NetworkKind;
import takt.sharing.run.NetworkUseCase;

@GrpcService
public class QuarantineGrpc extends QuarantineRpc {

    QuarantineGrpc(Quarantine quarantine, Replay replay, Callers callers, NetworkUseCase networks) {
        super(quarantine, replay, callers, networks::target, Roles.PLANNER);
    }

    @Override
    protected List<String> kinds() {
        return Arrays.stream(NetworkKind.values()).map(Enum::name).toList();
    }
}
