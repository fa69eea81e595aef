package takt.capacity.usecase.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import takt.capacity.declaration.CapacityGroup;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;

/** Keeps capacity groups. */
public interface CapacityStore {

    /**
     * Keeps the next revision, or finds what the caller's same request led to before; fails with GROUP_UNKNOWN when the id is another
     * supplier's.
     */
    Uni<CapacityGroup> declare(CapacityGroup group, UUID requestId, Caller caller);

    /** Newest revisions by name; an empty supplier means all. */
    Uni<List<CapacityGroup>> groups(Audience audience, int offset, int limit);
}
