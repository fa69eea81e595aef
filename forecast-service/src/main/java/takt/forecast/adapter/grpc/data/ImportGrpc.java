package takt.forecast.adapter.grpc.data;

import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.Optional;
import takt.ingest.adapter.grpc.ImportStream;
import takt.ingest.usecase.CrossReferenceUseCase;
import takt.ingest.usecase.Importer;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.error.TaktException;
import takt.kit.server.ReadableStreams;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ImportRecordsRequest;
import takt.proto.forecast.v1.ImportRecordsResponse;
import takt.proto.forecast.v1.ImportServiceGrpc;

/** A plain stub, because the stream must be taken at our pace; it checks the roles itself. */
@GrpcService
public class ImportGrpc extends ImportServiceGrpc.ImportServiceImplBase {

    private final CrossReferenceUseCase references;
    private final Callers callers;
    private final ImportStream stream;

    ImportGrpc(CrossReferenceUseCase references, Callers callers, ImportStream stream) {
        this.references = references;
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
                        .chain(caller -> references.takeIn(messages.map(ImportGrpc::part), caller))
                        .map(report -> ImportRecordsResponse.newBuilder()
                                .setReport(report)
                                .build()));
    }

    private static Importer.Part part(ImportRecordsRequest request) {
        return new Importer.Part(
                request.hasHeader() ? kind(request.getKind()) : "",
                request.hasHeader() ? Optional.of(request.getHeader()) : Optional.empty(),
                request.hasRows() ? Optional.of(request.getRows()) : Optional.empty(),
                request.hasTrailer() ? Optional.of(request.getTrailer()) : Optional.empty());
    }

    private static String kind(ImportKind kind) {
        if (kind == ImportKind.IMPORT_KIND_UNSPECIFIED || kind == ImportKind.UNRECOGNIZED) {
            throw TaktException.invalid(
                    "HEADER_MISSING", "kind", "The first message must say which kind of facts follows.");
        }
        return kind.name().substring("IMPORT_KIND_".length());
    }
}
