package takt.forecast.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import takt.forecast.ingest.CodeKind;
import takt.forecast.run.CrossReferenceUseCase;
import takt.forecast.run.port.CrossReferences.Reference;
import takt.kit.Callers;
import takt.kit.Ids;
import takt.kit.Roles;
import takt.kit.TaktException;
import takt.proto.forecast.v1.AcceptCrossReferenceRequest;
import takt.proto.forecast.v1.AcceptCrossReferenceResponse;
import takt.proto.forecast.v1.CrossReference;
import takt.proto.forecast.v1.CrossReferenceService;
import takt.proto.forecast.v1.ListCrossReferencesRequest;
import takt.proto.forecast.v1.ListCrossReferencesResponse;
import takt.proto.forecast.v1.RejectCrossReferenceRequest;
import takt.proto.forecast.v1.RejectCrossReferenceResponse;
import takt.proto.forecast.v1.SuggestCrossReferencesRequest;
import takt.proto.forecast.v1.SuggestCrossReferencesResponse;

@GrpcService
public class CrossReferenceGrpc implements CrossReferenceService {

    private static final int LONGEST = 100;

    private final CrossReferenceUseCase references;
    private final Callers callers;

    CrossReferenceGrpc(CrossReferenceUseCase references, Callers callers) {
        this.references = references;
        this.callers = callers;
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<ListCrossReferencesResponse> listCrossReferences(ListCrossReferencesRequest request) {
        return Uni.createFrom().deferred(() -> {
            int size = Ids.pageSize(request.getPageSize(), 50, 200);
            String[] after = (Ids.afterKey(request.getPageToken()) + "\n").split("\n", 2);
            return references.list(after[0], after[1].strip(), size).map(found -> {
                ListCrossReferencesResponse.Builder page = ListCrossReferencesResponse.newBuilder();
                found.forEach(r -> page.addReferences(message(r)));
                if (found.size() == size) {
                    Reference last = found.get(size - 1);
                    page.setNextPageToken(Ids.pageToken(last.kind() + "\n" + last.code()));
                }
                return page.build();
            });
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<SuggestCrossReferencesResponse> suggestCrossReferences(SuggestCrossReferencesRequest request) {
        return references.suggest().map(suggestions -> {
            SuggestCrossReferencesResponse.Builder response =
                    SuggestCrossReferencesResponse.newBuilder().setWithoutSuggestion(suggestions.without());
            suggestions
                    .all()
                    .forEach(s -> response.addSuggestionsBuilder()
                            .setReference(message(s.reference()))
                            .setLikeness(s.likeness())
                            .setReason(s.reason())
                            .setRows(s.rows()));
            return response.build();
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<AcceptCrossReferenceResponse> acceptCrossReference(AcceptCrossReferenceRequest request) {
        return callers.current()
                .chain(caller -> references.accept(sound(request.getReference()), caller))
                .map(outcome -> AcceptCrossReferenceResponse.newBuilder()
                        .setLanded(outcome.landed())
                        .setStillRejected(outcome.rejected())
                        .build());
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<RejectCrossReferenceResponse> rejectCrossReference(RejectCrossReferenceRequest request) {
        return callers.current()
                .chain(caller -> references.reject(sound(request.getReference()), caller))
                .replaceWith(RejectCrossReferenceResponse.getDefaultInstance());
    }

    private static Reference sound(CrossReference reference) {
        boolean isSound = isSound(reference.getCode()) && isSound(reference.getMeans());
        CodeKind kind = Arrays.stream(CodeKind.values())
                .filter(k -> reference.getKind().name().equals("CODE_KIND_" + k))
                .findFirst()
                .orElse(null);
        if (kind == null || !isSound) {
            throw TaktException.invalid(
                    "CROSS_REFERENCE_REJECTED",
                    "reference",
                    "A cross-reference names a kind, a code and what it means, each of 1 to %d characters."
                            .formatted(LONGEST));
        }
        return new Reference(kind, reference.getCode(), reference.getMeans());
    }

    private static boolean isSound(String code) {
        return !code.isBlank() && code.length() <= LONGEST && code.indexOf('\0') < 0;
    }

    private static CrossReference message(Reference reference) {
        return CrossReference.newBuilder()
                .setKind(takt.proto.forecast.v1.CodeKind.valueOf("CODE_KIND_" + reference.kind()))
                .setCode(reference.code())
                .setMeans(reference.means())
                .build();
    }
}
