package takt.sharing.usecase.port;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import takt.kernel.Week;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;
import takt.sharing.explosion.Gaps;
import takt.sharing.explosion.Surplus;
import takt.sharing.network.SupplyRelation;
import takt.sharing.publication.Publication;
import takt.sharing.publication.PublicationLine;
import takt.sharing.publication.PublicationPlan;

/** Keeps publications. */
public interface PublicationStore {

    /** What all publications of one version share. */
    record Edition(UUID versionId, LocalDate today, double[] levels, int scenarios, long feedSequence) {

        public Week firstWeek() {
            return Week.of(today);
        }
    }

    /** A line and the publication it belongs to. */
    record StoredLine(UUID publicationId, PublicationLine line) {}

    /**
     * Keeps publications, one without lines for a supplier of whom nothing is asked any more, feed entries and the followed offset in one transaction; does nothing when the offset
     * had been passed already.
     */
    Uni<Void> publish(Edition edition, List<PublicationPlan.Draft> drafts, Gaps gaps);

    /** What each supplier's newest publication of an earlier week holds beyond the need, by relation. */
    Uni<Function<SupplyRelation, Optional<Surplus>>> surplusBefore(Week first);

    /** What became of a version; gaps at most the first 200. */
    record Published(
            UUID versionId, Instant at, Week firstWeek, int publications, int lines, int unsupplied, Gaps gaps) {}

    /** Empty as long as the version is not published. */
    Uni<Optional<Published>> published(UUID versionId);

    /** Passes an event of the followed feed that has no effect here. */
    Uni<Void> pass(long feedSequence);

    /** A publication that the audience may see; another one is not looked at further. */
    Uni<Optional<Publication>> find(UUID id, Audience audience);

    /** Those that the audience may see, newest first from an offset; an empty version means all. */
    Uni<List<Publication>> list(Audience audience, Optional<UUID> version, int offset, int limit);

    /** Lines in order; an empty part means all. */
    Multi<StoredLine> lines(UUID publicationId, String part);

    /** Lines of a part in the newest publication of every supplier. */
    Multi<StoredLine> newestLines(String part);

    /** Keeps the acknowledgement unless there is one. */
    Uni<Void> acknowledge(Publication publication, Caller caller);
}
