package takt.capacity.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import takt.capacity.usecase.MatchSuppliers;
import takt.capacity.usecase.port.CapacityStore;
import takt.kernel.PartnerId;
import takt.kit.Ids;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.page.Page;
import takt.proto.capacity.v1.CapacityGroupService;
import takt.proto.capacity.v1.DeclareCapacityGroupRequest;
import takt.proto.capacity.v1.DeclareCapacityGroupResponse;
import takt.proto.capacity.v1.ListCapacityGroupsRequest;
import takt.proto.capacity.v1.ListCapacityGroupsResponse;

@GrpcService
public class CapacityGroupGrpc implements CapacityGroupService {

    private final CapacityStore capacities;
    private final MatchSuppliers matching;
    private final Callers callers;

    CapacityGroupGrpc(CapacityStore capacities, MatchSuppliers matching, Callers callers) {
        this.capacities = capacities;
        this.matching = matching;
        this.callers = callers;
    }

    @Override
    @RolesAllowed(Roles.SUPPLIER)
    public Uni<DeclareCapacityGroupResponse> declareCapacityGroup(DeclareCapacityGroupRequest request) {
        return callers.current()
                .chain(caller -> {
                    PartnerId supplier = caller.requirePartner();
                    UUID requestId = Ids.uuid("request_id", request.getRequestId());
                    return capacities
                            .declare(GroupMessages.parse(request.getGroup(), supplier), requestId, caller)
                            .invoke(group -> matching.request(group.supplier()));
                })
                .map(group -> DeclareCapacityGroupResponse.newBuilder()
                        .setGroup(GroupMessages.message(group))
                        .build());
    }

    @Override
    @RolesAllowed({Roles.SUPPLIER, Roles.PLANNER, Roles.OPERATOR, Roles.DATA_SCIENTIST})
    public Uni<ListCapacityGroupsResponse> listCapacityGroups(ListCapacityGroupsRequest request) {
        return callers.current().chain(caller -> {
            int size = Page.size(request.getPageSize(), 50, 200);
            int offset = Page.afterOffset(request.getPageToken());
            return capacities.groups(caller.audience(), offset, size).map(found -> {
                ListCapacityGroupsResponse.Builder page = ListCapacityGroupsResponse.newBuilder();
                found.forEach(g -> page.addGroups(GroupMessages.message(g)));
                return page.setNextPageToken(Page.next(found, size, offset)).build();
            });
        });
    }
}
