package takt.sharing.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import takt.kit.caller.Caller;
import takt.sharing.publication.Publication;
import takt.sharing.usecase.port.PublicationStore;

/** Notes that a supplier has got a publication, once. */
@ApplicationScoped
public class AcknowledgePublication {

    private final ReadPublications publications;
    private final PublicationStore store;

    AcknowledgePublication(ReadPublications publications, PublicationStore store) {
        this.publications = publications;
        this.store = store;
    }

    /** The publication as it stands then; one that the caller may not see does not exist. */
    public Uni<Publication> acknowledge(UUID id, Caller caller) {
        return publications
                .get(id, caller)
                .chain(publication -> store.acknowledge(publication, caller))
                .chain(() -> publications.get(id, caller));
    }
}
