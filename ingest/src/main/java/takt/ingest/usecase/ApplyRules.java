package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import takt.ingest.code.Reference;
import takt.ingest.code.Rule;
import takt.ingest.code.Suggestion;
import takt.ingest.judge.Origin;
import takt.ingest.judge.Outcome;
import takt.ingest.usecase.port.CodeStore;
import takt.kit.caller.Caller;

/** Takes those codes for what they look like of which a saved rule says so. */
@ApplicationScoped
public class ApplyRules {

    private final CodeStore codes;
    private final SuggestCodes suggestions;
    private final DecideCode decisions;

    ApplyRules(CodeStore codes, SuggestCodes suggestions, DecideCode decisions) {
        this.codes = codes;
        this.suggestions = suggestions;
        this.decisions = decisions;
    }

    /** Saves or ends a rule; what waits is judged by the rules at once. */
    public Uni<Outcome> set(Rule rule, boolean holds, Caller caller) {
        return codes.rule(rule, holds, caller.name()).chain(() -> apply(caller));
    }

    Uni<Outcome> apply(Caller caller) {
        return codes.rules()
                .chain(rules -> rules.isEmpty()
                        ? Uni.createFrom().item(Outcome.NONE)
                        : suggestions.suggest().chain(found -> accept(ruled(found.all(), rules), caller)));
    }

    private static List<Reference> ruled(List<Suggestion> all, Set<Rule> rules) {
        return all.stream()
                .filter(s -> s.isRuled(rules))
                .map(Suggestion::reference)
                .toList();
    }

    private Uni<Outcome> accept(List<Reference> ruled, Caller caller) {
        return ruled.isEmpty()
                ? Uni.createFrom().item(Outcome.NONE)
                : decisions
                        .accept(ruled, Origin.RULED, caller)
                        .chain(sum -> sum.landed() == 0 // or there may be codes beyond those that were suggested
                                ? Uni.createFrom().item(sum)
                                : apply(caller).map(sum::plus));
    }
}
