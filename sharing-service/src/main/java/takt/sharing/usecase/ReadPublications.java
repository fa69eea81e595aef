package takt.sharing.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;
import takt.kit.error.TaktException;
import takt.sharing.publication.Publication;
import takt.sharing.usecase.port.PublicationStore;
import takt.sharing.visibility.Viewer;
import takt.sharing.visibility.VisibilityDecision;
import takt.sharing.visibility.VisibleLine;

/** Reads publications. What a caller may not see does not exist for it. */
@ApplicationScoped
public class ReadPublications {

    private final PublicationStore publications;

    ReadPublications(PublicationStore publications) {
        this.publications = publications;
    }

    public Uni<List<Publication>> list(Caller caller, Optional<UUID> version, int offset, int limit) {
        return publications.list(caller.audience(), version, offset, limit);
    }

    public Uni<Publication> get(UUID id, Caller caller) {
        return publications
                .find(id, caller.audience())
                .map(found -> found.filter(p -> VisibilityDecision.on(viewer(caller), p.supplier())
                                .isGranted())
                        .orElseThrow(
                                () -> TaktException.notFound("PUBLICATION_UNKNOWN", "publication", id.toString())));
    }

    public Multi<VisibleLine> lines(UUID id, String part, Caller caller) {
        return get(id, caller).onItem().transformToMulti(publication -> {
            VisibilityDecision decision = VisibilityDecision.on(viewer(caller), publication.supplier());
            return publications
                    .lines(id, part)
                    .map(stored -> decision.compose(stored.publicationId(), stored.line()))
                    .filter(Optional::isPresent)
                    .map(Optional::get);
        });
    }

    /** Lines of one part in every supplier's newest publication, as far as the caller may see them. */
    public Multi<VisibleLine> newestLines(String part, Caller caller) {
        if (part.isEmpty()) {
            throw TaktException.invalid("PART_MISSING", "part", "Without a publication a part must be named.");
        }
        return publications
                .newestLines(part)
                .map(stored -> VisibilityDecision.on(
                                viewer(caller), stored.line().supplier())
                        .compose(stored.publicationId(), stored.line()))
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    /** What became of a released version; for the house alone. */
    public Uni<PublicationStore.Published> edition(UUID version) {
        return publications
                .published(version)
                .map(found -> found.orElseThrow(
                        () -> TaktException.notFound("EDITION_UNKNOWN", "edition of version", version.toString())));
    }

    private static Viewer viewer(Caller caller) {
        Audience audience = caller.audience();
        return new Viewer(
                audience.isHouse(),
                audience instanceof Audience.Partner partner ? Optional.of(partner.id()) : Optional.empty());
    }
}
