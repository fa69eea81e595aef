package takt.ingest.usecase.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import takt.ingest.code.CodeKind;
import takt.ingest.code.Reference;
import takt.ingest.code.Rule;
import takt.ingest.code.UnknownCode;

/** Other codes than the own ones, what was decided about them, and those that wait in quarantine. */
public interface CodeStore {

    /** What other codes mean now, by what they name. */
    Uni<Map<CodeKind, Map<String, String>>> meanings();

    /** After a code of a kind, by kind and code. */
    Uni<List<Reference>> list(String afterKind, String afterCode, int limit);

    /** Those with the most rows. What a cross-reference itself means is named by its own number alone. */
    Uni<List<UnknownCode>> unknown(int limit);

    Uni<Set<Reference>> rejected();

    Uni<Void> reject(Reference reference, String by);

    Uni<Set<Rule>> rules();

    /** Saves a rule, or ends it. */
    Uni<Void> rule(Rule rule, boolean holds, String by);
}
