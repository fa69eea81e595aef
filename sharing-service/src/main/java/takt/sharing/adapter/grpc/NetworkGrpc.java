package takt.sharing.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import takt.kit.Callers;
import takt.kit.Roles;
import takt.kit.TaktException;
import takt.kit.facts.Importer;
import takt.proto.sharing.v1.ImportNetworkRequest;
import takt.proto.sharing.v1.ImportNetworkResponse;
import takt.proto.sharing.v1.ListPartnersRequest;
import takt.proto.sharing.v1.ListPartnersResponse;
import takt.proto.sharing.v1.NetworkKind;
import takt.proto.sharing.v1.NetworkService;
import takt.sharing.run.NetworkUseCase;

@GrpcService
public class NetworkGrpc implements NetworkService {

    private final NetworkUseCase networks;
    private final Callers callers;

    NetworkGrpc(NetworkUseCase networks, Callers callers) {
        this.networks = networks;
        this.callers = callers;
    }

    @Override
    @RolesAllowed(Roles.PLANNER)
    public Uni<ImportNetworkResponse> importNetwork(Multi<ImportNetworkRequest> request) {
        return callers.current()
                .chain(caller -> networks.run(request.map(NetworkGrpc::part), caller))
                .map(report ->
                        ImportNetworkResponse.newBuilder().setReport(report).build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR, Roles.SUPPLIER})
    public Uni<ListPartnersResponse> listPartners(ListPartnersRequest request) {
        return callers.current().chain(networks::partners).map(partners -> {
            ListPartnersResponse.Builder response = ListPartnersResponse.newBuilder();
            partners.forEach(p -> response.addPartnersBuilder()
                    .setBpnl(p.id().value())
                    .setName(p.name())
                    .setTier(p.tier()));
            return response.build();
        });
    }

    private static Importer.Part part(ImportNetworkRequest request) {
        return new Importer.Part(
                request.hasHeader() ? kind(request.getKind()) : "",
                request.hasHeader() ? Optional.of(request.getHeader()) : Optional.empty(),
                request.hasRows() ? Optional.of(request.getRows()) : Optional.empty(),
                request.hasTrailer() ? Optional.of(request.getTrailer()) : Optional.empty());
    }

    private static String kind(NetworkKind kind) {
        if (kind == NetworkKind.NETWORK_KIND_UNSPECIFIED || kind == NetworkKind.UNRECOGNIZED) {
            throw TaktException.invalid(
                    "HEADER_MISSING", "kind", "The first message must say which kind of facts follows.");
        }
        return kind.name().substring("NETWORK_KIND_".length());
    }
}
