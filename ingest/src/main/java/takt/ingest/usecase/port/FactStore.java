package takt.ingest.usecase.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import takt.ingest.kind.Fact;
import takt.ingest.kind.Shape;
import takt.kit.caller.Caller;

/** Keeps facts, of which none is ever changed. */
public interface FactStore {

    /** Fails with IMPORT_ACTIVE, and whose it is, while somebody else has the turn. */
    Uni<Turn> turn(String name, Caller caller);

    /**
     * Whether a fact of any of the series is known, that is of a key but for its last cell. Most of what comes in bulk is
     * new as whole series, and need not be compared fact by fact.
     */
    Uni<Boolean> isAnyKnown(Shape shape, List<Fact> facts);
}
