package takt.sharing.adapter.grpc;

import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.List;
import takt.ingest.adapter.grpc.ImportMessages;
import takt.ingest.adapter.grpc.ImportStream;
import takt.ingest.usecase.Chunk;
import takt.ingest.usecase.ImportRows;
import takt.ingest.usecase.TakeIn;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.error.GrpcErrors;
import takt.kit.error.TaktException;
import takt.kit.server.ReadableStreams;
import takt.proto.sharing.v1.ImportNetworkRequest;
import takt.proto.sharing.v1.ImportNetworkResponse;
import takt.proto.sharing.v1.ListPartnersRequest;
import takt.proto.sharing.v1.ListPartnersResponse;
import takt.proto.sharing.v1.NetworkKind;
import takt.proto.sharing.v1.NetworkServiceGrpc;
import takt.sharing.network.Partner;
import takt.sharing.usecase.ListPartners;

/** A plain stub, because the stream must be taken at our pace; it checks the roles itself. */
@GrpcService
public class NetworkGrpc extends NetworkServiceGrpc.NetworkServiceImplBase {

    private final ImportRows imports;
    private final ListPartners networks;
    private final Callers callers;
    private final GrpcErrors errors;
    private final ImportStream stream;

    NetworkGrpc(ImportRows imports, ListPartners networks, Callers callers, GrpcErrors errors, ImportStream stream) {
        this.imports = imports;
        this.networks = networks;
        this.callers = callers;
        this.errors = errors;
        this.stream = stream;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return ReadableStreams.of(super.bindService());
    }

    @Override
    public StreamObserver<ImportNetworkRequest> importNetwork(StreamObserver<ImportNetworkResponse> response) {
        return stream.serve(
                response,
                messages -> callers.current(Roles.PLANNER)
                        .chain(caller -> imports.takeIn(messages.map(NetworkGrpc::chunk), caller))
                        .map(report -> ImportNetworkResponse.newBuilder()
                                .setReport(ImportMessages.report(report))
                                .build()));
    }

    @Override
    public void listPartners(ListPartnersRequest request, StreamObserver<ListPartnersResponse> response) {
        callers.current(Roles.PLANNER, Roles.DATA_SCIENTIST, Roles.OPERATOR, Roles.SUPPLIER)
                .chain(networks::partners)
                .subscribe()
                .with(
                        partners -> {
                            response.onNext(message(partners));
                            response.onCompleted();
                        },
                        failure -> response.onError(errors.transform(failure)));
    }

    private static ListPartnersResponse message(List<Partner> partners) {
        ListPartnersResponse.Builder response = ListPartnersResponse.newBuilder();
        partners.forEach(p -> response.addPartnersBuilder()
                .setBpnl(p.id().value())
                .setName(p.name())
                .setTier(p.tier()));
        return response.build();
    }

    private static Chunk chunk(ImportNetworkRequest request) {
        return switch (request.getPartCase()) {
            case HEADER -> ImportMessages.opens(kind(request.getKind()), request.getHeader());
            case ROWS -> ImportMessages.rows(request.getRows());
            case TRAILER -> ImportMessages.closes(request.getTrailer());
            case PART_NOT_SET -> throw TakeIn.outOfOrder();
        };
    }

    private static String kind(NetworkKind kind) {
        if (kind == NetworkKind.NETWORK_KIND_UNSPECIFIED || kind == NetworkKind.UNRECOGNIZED) {
            throw TaktException.invalid(
                    "HEADER_MISSING", "kind", "The first message must say which kind of facts follows.");
        }
        return kind.name().substring("NETWORK_KIND_".length());
    }
}
