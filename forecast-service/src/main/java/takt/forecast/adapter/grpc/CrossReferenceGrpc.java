package takt.forecast.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Optional;
import takt.forecast.ingest.CodeKind;
import takt.forecast.ingest.Spelling.Difference;
import takt.forecast.run.CrossReferenceUseCase;
import takt.forecast.run.port.CrossReferences.Reference;
import takt.forecast.run.port.CrossReferences.Rule;
import takt.kit.Callers;
import takt.kit.Ids;
import takt.kit.Roles;
import takt.kit.TaktException;
import takt.proto.forecast.v1.AcceptCrossReferenceRequest;
import takt.proto.forecast.v1.AcceptCrossReferenceResponse;
import takt.proto.forecast.v1.CrossReference;
import takt.proto.forecast.v1.CrossReferenceRule;
import takt.proto.forecast.v1.CrossReferenceService;
import takt.proto.forecast.v1.ListCrossReferenceRulesRequest;
import takt.proto.forecast.v1.ListCrossReferenceRulesResponse;
import takt.proto.forecast.v1.ListCrossReferencesRequest;
import takt.proto.forecast.v1.ListCrossReferencesResponse;
import takt.proto.forecast.v1.RejectCrossReferenceRequest;
import takt.proto.forecast.v1.RejectCrossReferenceResponse;
import takt.proto.forecast.v1.SetCrossReferenceRuleRequest;
import takt.proto.forecast.v1.SetCrossReferenceRuleResponse;
import takt.proto.forecast.v1.SpellingDifference;
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
                            .setLikeness(s.proposal().likeness())
                            .setReason(s.proposal().reason())
                            .setDifference(difference(s.proposal().difference()))
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

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<ListCrossReferenceRulesResponse> listCrossReferenceRules(ListCrossReferenceRulesRequest request) {
        return references.rules().map(rules -> {
            ListCrossReferenceRulesResponse.Builder response = ListCrossReferenceRulesResponse.newBuilder();
            rules.forEach(rule ->
                    response.addRulesBuilder().setKind(kind(rule.kind())).setDifference(difference(rule.difference())));
            return response.build();
        });
    }

    @Override
    @RolesAllowed({Roles.PLANNER, Roles.DATA_SCIENTIST})
    public Uni<SetCrossReferenceRuleResponse> setCrossReferenceRule(SetCrossReferenceRuleRequest request) {
        return callers.current()
                .chain(caller -> references.rule(sound(request.getRule()), request.getHolds(), caller))
                .map(outcome -> SetCrossReferenceRuleResponse.newBuilder()
                        .setLanded(outcome.landed())
                        .build());
    }

    private static Rule sound(CrossReferenceRule rule) {
        Optional<CodeKind> kind = Arrays.stream(CodeKind.values())
                .filter(k -> kind(k) == rule.getKind())
                .findFirst();
        Optional<Difference> difference = Arrays.stream(Difference.values())
                .filter(d -> difference(d) == rule.getDifference() && d.mayBeRuled())
                .findFirst();
        if (kind.isEmpty() || difference.isEmpty()) {
            throw TaktException.invalid(
                    "RULE_INVALID", "rule", "A rule names a kind and a difference, and no rule decides on slips.");
        }
        return new Rule(kind.get(), difference.get());
    }

    private static takt.proto.forecast.v1.CodeKind kind(CodeKind kind) {
        return takt.proto.forecast.v1.CodeKind.valueOf("CODE_KIND_" + kind);
    }

    private static SpellingDifference difference(Difference difference) {
        return SpellingDifference.valueOf("SPELLING_DIFFERENCE_" + difference);
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
