package takt.forecast.adapter.grpc.data;

import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import takt.ingest.adapter.grpc.ImportMessages;
import takt.ingest.adapter.grpc.ImportStream;
import takt.ingest.usecase.Chunk;
import takt.ingest.usecase.ImportRows;
import takt.ingest.usecase.TakeIn;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.error.TaktException;
import takt.kit.server.ReadableStreams;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ImportRecordsRequest;
import takt.proto.forecast.v1.ImportRecordsResponse;
import takt.proto.forecast.v1.ImportServiceGrpc;

/**
 * Imports of clients that name kinds by number, as all did before {@code takt.ingest.v1.ImportService}. A plain stub, because the stream must be taken at our pace; it checks the roles itself.
 */
@GrpcService
public class RecordsGrpc extends ImportServiceGrpc.ImportServiceImplBase {

    private final ImportRows imports;
    private final Callers callers;
    private final ImportStream stream;

    RecordsGrpc(ImportRows imports, Callers callers, ImportStream stream) {
        this.imports = imports;
        this.callers = callers;
        this.stream = stream;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return ReadableStreams.of(super.bindService());
    }

    @Override
    public StreamObserver<ImportRecordsRequest> importRecords(StreamObserver<ImportRecordsResponse> response) {
        return stream.serve(
                response,
                messages -> callers.current(Roles.PLANNER, Roles.DATA_SCIENTIST)
                        .chain(caller -> imports.takeIn(messages.map(RecordsGrpc::chunk), caller))
                        .map(report -> ImportRecordsResponse.newBuilder()
                                .setReport(ImportMessages.report(report))
                                .build()));
    }

    private static Chunk chunk(ImportRecordsRequest request) {
        return switch (request.getPartCase()) {
            case HEADER -> ImportMessages.opens(kind(request.getKind()), request.getHeader());
            case ROWS -> ImportMessages.rows(request.getRows());
            case TRAILER -> ImportMessages.closes(request.getTrailer());
            case PART_NOT_SET -> throw TakeIn.outOfOrder();
        };
    }

    private static String kind(ImportKind kind) {
        if (kind == ImportKind.IMPORT_KIND_UNSPECIFIED || kind == ImportKind.UNRECOGNIZED) {
            throw TaktException.invalid(
                    "HEADER_MISSING", "kind", "The first message must say which kind of facts follows.");
        }
        return kind.name().substring("IMPORT_KIND_".length());
    }
}
