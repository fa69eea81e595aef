package takt.forecast.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import takt.forecast.run.ImportUseCase;
import takt.kit.Callers;
import takt.kit.Roles;
import takt.kit.TaktException;
import takt.kit.facts.Importer;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ImportRecordsRequest;
import takt.proto.forecast.v1.ImportRecordsResponse;
import takt.proto.forecast.v1.ImportService;

@GrpcService
@RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
public class ImportGrpc implements ImportService {

    private final ImportUseCase imports;
    private final Callers callers;

    ImportGrpc(ImportUseCase imports, Callers callers) {
        this.imports = imports;
        this.callers = callers;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<ImportRecordsResponse> importRecords(Multi<ImportRecordsRequest> request) {
        return callers.current()
                .chain(caller -> imports.run(request.map(ImportGrpc::part), caller))
                .map(report ->
                        ImportRecordsResponse.newBuilder().setReport(report).build());
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
