package takt.forecast.run.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import takt.forecast.ingest.CodeKind;

/** Other codes of parts and sites, and those that wait in quarantine. */
public interface CrossReferences {

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
}
