package takt.sharing.visibility;

import java.util.Optional;
import java.util.UUID;
import takt.kernel.PartnerId;
import takt.sharing.publication.PublicationLine;

/**
 * Whether a viewer may see what one supplier was asked for. Only a decision composes what leaves the house:
 * the house sees every line, a supplier its own, nobody sees the pegs to customers further up.
 */
public sealed interface VisibilityDecision {

    Optional<VisibleLine> compose(UUID publicationId, PublicationLine line);

    static VisibilityDecision on(Viewer viewer, PartnerId supplier) {
        boolean granted =
                viewer.house() || viewer.partner().filter(supplier::equals).isPresent();
        return granted ? new Granted(supplier) : new Refused();
    }

    default boolean isGranted() {
        return this instanceof Granted;
    }

    /** The lines of one supplier. */
    record Granted(PartnerId supplier) implements VisibilityDecision {

        @Override
        public Optional<VisibleLine> compose(UUID publicationId, PublicationLine line) {
            return line.supplier().equals(supplier)
                    ? Optional.of(VisibleLine.of(publicationId, line))
                    : Optional.empty();
        }
    }

    /** Nothing, and no hint that there is something. */
    record Refused() implements VisibilityDecision {

        @Override
        public Optional<VisibleLine> compose(UUID publicationId, PublicationLine line) {
            return Optional.empty();
        }
    }
}
