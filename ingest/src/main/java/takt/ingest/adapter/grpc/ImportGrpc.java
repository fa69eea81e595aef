package takt.ingest.adapter.grpc;

import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import takt.ingest.usecase.Chunk;
import takt.ingest.usecase.ImportRows;
import takt.ingest.usecase.Kinds;
import takt.ingest.usecase.TakeIn;
import takt.kit.caller.Callers;
import takt.kit.error.GrpcErrors;
import takt.kit.server.ReadableStreams;
import takt.proto.ingest.v1.ImportRecordsRequest;
import takt.proto.ingest.v1.ImportRecordsResponse;
import takt.proto.ingest.v1.ImportServiceGrpc;
import takt.proto.ingest.v1.ListKindsRequest;
import takt.proto.ingest.v1.ListKindsResponse;

/** A plain stub, because the stream must be taken at our pace; it checks the roles itself. */
@GrpcService
public class ImportGrpc extends ImportServiceGrpc.ImportServiceImplBase {

    private final ImportRows imports;
    private final Kinds kinds;
    private final Callers callers;
    private final GrpcErrors errors;
    private final ImportStream stream;

    ImportGrpc(ImportRows imports, Kinds kinds, Callers callers, GrpcErrors errors, ImportStream stream) {
        this.imports = imports;
        this.kinds = kinds;
        this.callers = callers;
        this.errors = errors;
        this.stream = stream;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return ReadableStreams.of(super.bindService());
    }

    @Override
    public void listKinds(ListKindsRequest request, StreamObserver<ListKindsResponse> response) {
        callers.current(kinds.roles())
                .map(caller -> {
                    ListKindsResponse.Builder list = ListKindsResponse.newBuilder();
                    kinds.all().forEach(kind -> list.addKinds(ImportMessages.kind(kind)));
                    return list.build();
                })
                .subscribe()
                .with(
                        list -> {
                            response.onNext(list);
                            response.onCompleted();
                        },
                        failure -> response.onError(errors.transform(failure)));
    }

    @Override
    public StreamObserver<ImportRecordsRequest> importRecords(StreamObserver<ImportRecordsResponse> response) {
        return stream.serve(
                response,
                messages -> callers.current(kinds.roles())
                        .chain(caller -> imports.takeIn(messages.map(ImportGrpc::chunk), caller))
                        .map(report -> ImportRecordsResponse.newBuilder()
                                .setReport(ImportMessages.report(report))
                                .build()));
    }

    private static Chunk chunk(ImportRecordsRequest request) {
        return switch (request.getPartCase()) {
            case HEADER -> ImportMessages.opens(request.getKind(), request.getHeader());
            case ROWS -> ImportMessages.rows(request.getRows());
            case TRAILER -> ImportMessages.closes(request.getTrailer());
            case PART_NOT_SET -> throw TakeIn.outOfOrder();
        };
    }
}
