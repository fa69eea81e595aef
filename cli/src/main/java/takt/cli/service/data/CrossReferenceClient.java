package takt.cli.service.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import takt.cli.service.Connection;
import takt.cli.service.Places;
import takt.cli.service.data.RowNumber.Service;
import takt.proto.ingest.v1.AcceptCrossReferenceRequest;
import takt.proto.ingest.v1.AcceptCrossReferenceResponse;
import takt.proto.ingest.v1.CodeKind;
import takt.proto.ingest.v1.CrossReference;
import takt.proto.ingest.v1.CrossReferenceRule;
import takt.proto.ingest.v1.CrossReferenceServiceGrpc;
import takt.proto.ingest.v1.CrossReferenceServiceGrpc.CrossReferenceServiceBlockingStub;
import takt.proto.ingest.v1.ListCrossReferenceRulesRequest;
import takt.proto.ingest.v1.ListCrossReferencesRequest;
import takt.proto.ingest.v1.ListCrossReferencesResponse;
import takt.proto.ingest.v1.RejectCrossReferenceRequest;
import takt.proto.ingest.v1.RejectCrossReferenceResponse;
import takt.proto.ingest.v1.SetCrossReferenceRuleRequest;
import takt.proto.ingest.v1.SetCrossReferenceRuleResponse;
import takt.proto.ingest.v1.SuggestCrossReferencesRequest;
import takt.proto.ingest.v1.SuggestCrossReferencesResponse;
import takt.proto.ingest.v1.Suggestion;

/** The other codes of all services that import, seen as one. */
public final class CrossReferenceClient {

    /** What became of the rows that waited. */
    public record Outcome(long landed, long stillRejected) {}

    /** @param without unknown codes that are like nothing that is known */
    public record Suggestions(List<Suggestion> all, int without) {}

    private static final List<Service> ALL = List.of(Service.values());
    private static final int REPLAY_SECONDS = 1800;
    private static final int SUGGEST_SECONDS = 120;
    private static final int SECONDS = 20;

    private final Connection connection;

    public CrossReferenceClient(Connection connection) {
        this.connection = connection;
    }

    /** A proposal that both services make is one. */
    public Suggestions suggest() {
        Map<CrossReference, Suggestion> all = new LinkedHashMap<>();
        int without = 0;
        for (SuggestCrossReferencesResponse answer : ask(
                ALL,
                service -> stub(service, SUGGEST_SECONDS)
                        .suggestCrossReferences(SuggestCrossReferencesRequest.getDefaultInstance()))) {
            answer.getSuggestionsList()
                    .forEach(s -> all.merge(
                            s.getReference(),
                            s,
                            (one, other) -> one.toBuilder()
                                    .setRows(one.getRows() + other.getRows())
                                    .build()));
            without += answer.getWithoutSuggestion();
        }
        return new Suggestions(List.copyOf(all.values()), without);
    }

    /** In every service that knows what is meant; fails when none does. */
    public Outcome accept(CrossReference reference) {
        AcceptCrossReferenceRequest request =
                AcceptCrossReferenceRequest.newBuilder().setReference(reference).build();
        List<AcceptCrossReferenceResponse> answers = Places.ask(
                places(reference.getKind()),
                refusal -> Places.isForbidden(refusal) || Places.isAbout("means", refusal),
                service -> stub(service, REPLAY_SECONDS).acceptCrossReference(request));
        return new Outcome(
                sum(answers, AcceptCrossReferenceResponse::getLanded),
                sum(answers, AcceptCrossReferenceResponse::getStillRejected));
    }

    private static <T> long sum(List<T> answers, ToLongFunction<T> each) {
        return answers.stream().mapToLong(each).sum();
    }

    /** Returns how many rows landed that waited for it. */
    public long reject(CrossReference reference) {
        return sum(
                ask(
                        places(reference.getKind()),
                        service -> stub(service, REPLAY_SECONDS)
                                .rejectCrossReference(RejectCrossReferenceRequest.newBuilder()
                                        .setReference(reference)
                                        .build())),
                RejectCrossReferenceResponse::getLanded);
    }

    /** Returns how many rows landed that waited for it. */
    public long rule(CrossReferenceRule rule, boolean holds) {
        return sum(
                ask(
                        places(rule.getKind()),
                        service -> stub(service, REPLAY_SECONDS)
                                .setCrossReferenceRule(SetCrossReferenceRuleRequest.newBuilder()
                                        .setRule(rule)
                                        .setHolds(holds)
                                        .build())),
                SetCrossReferenceRuleResponse::getLanded);
    }

    public Set<CrossReferenceRule> rules() {
        Set<CrossReferenceRule> all = new LinkedHashSet<>();
        ask(
                ALL,
                service -> all.addAll(stub(service, SECONDS)
                        .listCrossReferenceRules(ListCrossReferenceRulesRequest.getDefaultInstance())
                        .getRulesList()));
        return all;
    }

    public Set<CrossReference> list() {
        Set<CrossReference> all = new LinkedHashSet<>();
        ask(ALL, service -> all.addAll(list(service)));
        return all;
    }

    private List<CrossReference> list(Service service) {
        List<CrossReference> all = new ArrayList<>();
        String token = "";
        do {
            ListCrossReferencesResponse page = stub(service, SECONDS)
                    .listCrossReferences(ListCrossReferencesRequest.newBuilder()
                            .setPageSize(200)
                            .setPageToken(token)
                            .build());
            all.addAll(page.getReferencesList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return all;
    }

    /** Some logins may import into one of the services only. */
    private static <T> List<T> ask(List<Service> services, Function<Service, T> question) {
        return Places.ask(services, Places::isForbidden, question);
    }

    /** Vehicle lines are known to the forecast service alone, partners to the sharing service alone. */
    private static List<Service> places(CodeKind kind) {
        return switch (kind) {
            case CODE_KIND_LINE -> List.of(Service.F);
            case CODE_KIND_PARTNER -> List.of(Service.S);
            default -> ALL;
        };
    }

    private CrossReferenceServiceBlockingStub stub(Service service, int seconds) {
        return connection.within(seconds, CrossReferenceServiceGrpc.newBlockingStub(connection.service(service)));
    }
}
