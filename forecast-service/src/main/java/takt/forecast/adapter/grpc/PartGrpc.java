package takt.forecast.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import takt.forecast.run.port.FactSource;
import takt.kit.Ids;
import takt.kit.Roles;
import takt.kit.TaktException;
import takt.proto.forecast.v1.GetPartHistoryRequest;
import takt.proto.forecast.v1.GetPartHistoryResponse;
import takt.proto.forecast.v1.ListPartsRequest;
import takt.proto.forecast.v1.ListPartsResponse;
import takt.proto.forecast.v1.PartService;

/** Master data and history are plain reads; no use case stands between. */
@GrpcService
public class PartGrpc implements PartService {

    private final FactSource facts;

    PartGrpc(FactSource facts) {
        this.facts = facts;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<ListPartsResponse> listParts(ListPartsRequest request) {
        return Uni.createFrom().deferred(() -> {
            int size = Ids.pageSize(request.getPageSize(), 50, 200);
            return facts.parts(request.getQuery(), Ids.afterKey(request.getPageToken()), size)
                    .chain(found -> facts.countParts(request.getQuery()).map(total -> {
                        ListPartsResponse.Builder page =
                                ListPartsResponse.newBuilder().setTotal(total);
                        found.forEach(part -> page.addParts(Messages.part(part)));
                        if (found.size() == size) {
                            page.setNextPageToken(
                                    Ids.pageToken(found.get(size - 1).facts().part()));
                        }
                        return page.build();
                    }));
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR})
    public Uni<GetPartHistoryResponse> getPartHistory(GetPartHistoryRequest request) {
        return facts.part(request.getPart())
                .map(found ->
                        found.orElseThrow(() -> TaktException.notFound("PART_UNKNOWN", "part", request.getPart())))
                .chain(part -> facts.history(part.facts().part()).map(histories -> {
                    GetPartHistoryResponse.Builder response =
                            GetPartHistoryResponse.newBuilder().setPart(Messages.part(part));
                    histories.forEach(h -> response.addHistories(
                            Messages.history(h, part.facts().unit())));
                    return response.build();
                }));
    }
}
