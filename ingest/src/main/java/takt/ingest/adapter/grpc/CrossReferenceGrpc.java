package takt.ingest.adapter.grpc;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import takt.ingest.code.CodeKind;
import takt.ingest.code.Spelling.Difference;
import takt.ingest.usecase.ApplyRules;
import takt.ingest.usecase.DecideCode;
import takt.ingest.usecase.Kinds;
import takt.ingest.usecase.SuggestCodes;
import takt.ingest.usecase.port.CodeStore;
import takt.kit.Mirror;
import takt.kit.caller.Callers;
import takt.kit.page.Page;
import takt.proto.ingest.v1.AcceptCrossReferenceRequest;
import takt.proto.ingest.v1.AcceptCrossReferenceResponse;
import takt.proto.ingest.v1.CrossReferenceService;
import takt.proto.ingest.v1.ListCrossReferenceRulesRequest;
import takt.proto.ingest.v1.ListCrossReferenceRulesResponse;
import takt.proto.ingest.v1.ListCrossReferencesRequest;
import takt.proto.ingest.v1.ListCrossReferencesResponse;
import takt.proto.ingest.v1.RejectCrossReferenceRequest;
import takt.proto.ingest.v1.RejectCrossReferenceResponse;
import takt.proto.ingest.v1.SetCrossReferenceRuleRequest;
import takt.proto.ingest.v1.SetCrossReferenceRuleResponse;
import takt.proto.ingest.v1.SpellingDifference;
import takt.proto.ingest.v1.SuggestCrossReferencesRequest;
import takt.proto.ingest.v1.SuggestCrossReferencesResponse;

/** Other codes of a service that imports; who may import may see them. */
@GrpcService
public class CrossReferenceGrpc implements CrossReferenceService {

    static final Mirror<takt.proto.ingest.v1.CodeKind, CodeKind> KINDS =
            Mirror.of(takt.proto.ingest.v1.CodeKind.class, CodeKind.class);
    static final Mirror<SpellingDifference, Difference> DIFFERENCES =
            Mirror.of(SpellingDifference.class, Difference.class);

    private final CodeStore codes;
    private final SuggestCodes suggestions;
    private final DecideCode decisions;
    private final ApplyRules rules;
    private final Callers callers;
    private final Kinds kinds;

    CrossReferenceGrpc(
            CodeStore codes,
            SuggestCodes suggestions,
            DecideCode decisions,
            ApplyRules rules,
            Callers callers,
            Kinds kinds) {
        this.codes = codes;
        this.suggestions = suggestions;
        this.decisions = decisions;
        this.rules = rules;
        this.callers = callers;
        this.kinds = kinds;
    }

    @Override
    public Uni<ListCrossReferencesResponse> listCrossReferences(ListCrossReferencesRequest request) {
        return callers.current(kinds.roles()).chain(caller -> {
            int size = Page.size(request.getPageSize(), 50, 200);
            String[] after = (Page.afterKey(request.getPageToken()) + "\n").split("\n", 2);
            return codes.list(after[0], after[1].strip(), size).map(found -> {
                ListCrossReferencesResponse.Builder page = ListCrossReferencesResponse.newBuilder();
                found.forEach(r -> page.addReferences(CrossReferenceMessages.message(r)));
                return page.setNextPageToken(Page.next(found, size, last -> last.kind() + "\n" + last.code()))
                        .build();
            });
        });
    }

    @Override
    public Uni<SuggestCrossReferencesResponse> suggestCrossReferences(SuggestCrossReferencesRequest request) {
        return callers.current(kinds.roles())
                .chain(caller -> suggestions.suggest())
                .map(found -> {
                    SuggestCrossReferencesResponse.Builder response =
                            SuggestCrossReferencesResponse.newBuilder().setWithoutSuggestion(found.without());
                    found.all()
                            .forEach(s -> response.addSuggestionsBuilder()
                                    .setReference(CrossReferenceMessages.message(s.reference()))
                                    .setLikeness(s.proposal().likeness())
                                    .setReason(s.proposal().reason())
                                    .setDifference(
                                            DIFFERENCES.contract(s.proposal().difference()))
                                    .setRows(s.rows()));
                    return response.build();
                });
    }

    @Override
    public Uni<AcceptCrossReferenceResponse> acceptCrossReference(AcceptCrossReferenceRequest request) {
        return callers.current(kinds.roles())
                .chain(caller -> decisions.accept(CrossReferenceMessages.sound(request.getReference()), caller))
                .map(outcome -> AcceptCrossReferenceResponse.newBuilder()
                        .setLanded(outcome.landed())
                        .setStillRejected(outcome.rejected())
                        .build());
    }

    @Override
    public Uni<RejectCrossReferenceResponse> rejectCrossReference(RejectCrossReferenceRequest request) {
        return callers.current(kinds.roles())
                .chain(caller -> decisions.reject(CrossReferenceMessages.sound(request.getReference()), caller))
                .map(outcome -> RejectCrossReferenceResponse.newBuilder()
                        .setLanded(outcome.landed())
                        .build());
    }

    @Override
    public Uni<ListCrossReferenceRulesResponse> listCrossReferenceRules(ListCrossReferenceRulesRequest request) {
        return callers.current(kinds.roles()).chain(caller -> codes.rules()).map(ruled -> {
            ListCrossReferenceRulesResponse.Builder response = ListCrossReferenceRulesResponse.newBuilder();
            ruled.forEach(rule -> response.addRulesBuilder()
                    .setKind(KINDS.contract(rule.kind()))
                    .setDifference(DIFFERENCES.contract(rule.difference())));
            return response.build();
        });
    }

    @Override
    public Uni<SetCrossReferenceRuleResponse> setCrossReferenceRule(SetCrossReferenceRuleRequest request) {
        return callers.current(kinds.roles())
                .chain(caller -> rules.set(CrossReferenceMessages.sound(request.getRule()), request.getHolds(), caller))
                .map(outcome -> SetCrossReferenceRuleResponse.newBuilder()
                        .setLanded(outcome.landed())
                        .build());
    }
}
