package takt.capacity.run.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.capacity.declaration.CapacityGroup;
import takt.kernel.PartnerId;
import takt.kit.Caller;

/** Keeps capacity groups. */
public interface CapacityStore {

    Uni<Optional<CapacityGroup>> findByRequest(UUID requestId);

    /** Keeps the next revision; fails with GROUP_UNKNOWN when the id is another supplier's. */
    Uni<CapacityGroup> declare(CapacityGroup group, UUID requestId, Caller caller);

    /** Newest revisions by name; an empty supplier means all. */
    Uni<List<CapacityGroup>> groups(Optional<PartnerId> supplier, int offset, int limit);
}
