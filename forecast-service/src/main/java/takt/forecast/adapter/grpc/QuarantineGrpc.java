package takt.forecast.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import java.util.Arrays;
import java.util.List;
import takt.forecast.ingest.FeedKind;
import takt.forecast.run.ImportUseCase;
import takt.kit.Callers;
import takt.kit.Roles;
import takt.kit.facts.Quarantine;
import takt.kit.facts.QuarantineRpc;
import takt.kit.facts.Replay;

@GrpcService
public class QuarantineGrpc extends QuarantineRpc {

    QuarantineGrpc(Quarantine quarantine, Replay replay, Callers callers, ImportUseCase imports) {
        super(quarantine, replay, callers, imports::target, Roles.PLANNER, Roles.DATA_SCIENTIST);
    }

    @Override
    protected List<String> kinds() {
        return Arrays.stream(FeedKind.values()).map(Enum::name).toList();
    }
}
