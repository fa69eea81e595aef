package takt.forecast.run.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import takt.forecast.ingest.CodeKind;
import takt.forecast.ingest.Spelling.Difference;

/** Other codes of parts and sites, and those that wait in quarantine. */
public interface CrossReferences {

    /** Source of cross-references that a person accepted. */
    String ACCEPTED = "accepted suggestion";

    /** Source of those that a saved rule accepted. */
    String RULED = "saved rule";

    /** A code and what it means, or what it does not. */
    record Reference(CodeKind kind, String code, String means) {}

    /** An unknown code and how many open rows wait for it. */
    record Unknown(CodeKind kind, String code, long rows) {}

    /** After a code of a kind, by kind and code. */
    Uni<List<Reference>> list(String afterKind, String afterCode, int limit);

    /** Those with the most rows. */
    Uni<List<Unknown>> unknown(int limit);

    Uni<Set<Reference>> rejected();

    Uni<Void> reject(Reference reference, String by);

    /** Which differences a code may have and still be taken for what it looks like, without anybody being asked. */
    record Rule(CodeKind kind, Difference difference) {}

    Uni<Set<Rule>> rules();

    /** Saves a rule, or ends it. */
    Uni<Void> rule(Rule rule, boolean holds, String by);
}
