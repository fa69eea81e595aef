package takt.capacity.run.port;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import takt.capacity.commitment.AskedLine;
import takt.proto.type.v1.FeedEvent;

/** What is read from the sharing service. */
public interface SharingDoor {

    /** A publication with all its lines. */
    record Pulled(UUID id, int number, List<AskedLine> lines) {}

    /** The feed after a sequence; heartbeats come as events without a subject. */
    Multi<FeedEvent> watch(long afterSequence);

    Uni<Pulled> publication(UUID id);
}
