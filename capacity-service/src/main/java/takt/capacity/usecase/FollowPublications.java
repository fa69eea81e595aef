package takt.capacity.usecase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import takt.capacity.usecase.port.CommitmentStore;
import takt.capacity.usecase.port.SharingDoor;
import takt.kit.feed.Entry;
import takt.kit.feed.FeedFollower;
import takt.kit.feed.Offsets;

/** Hears of publications and keeps a copy of what was asked. */
@ApplicationScoped
public class FollowPublications {

    public static final String FEED = "sharing";
    private static final Duration FRESH = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final String CREATED = "PUBLICATION_CREATED";

    private final SharingDoor sharing;
    private final CommitmentStore commitments;
    private final MatchSuppliers matching;
    private final Offsets offsets;
    private final boolean enabled;
    private Cancellable following = () -> {};
    /** Many who ask at once are answered by one look. */
    private final Uni<Boolean> level;

    FollowPublications(
            SharingDoor sharing,
            CommitmentStore commitments,
            MatchSuppliers matching,
            Offsets offsets,
            @ConfigProperty(name = "takt.follow", defaultValue = "true") boolean enabled) {
        this.sharing = sharing;
        this.commitments = commitments;
        this.matching = matching;
        this.offsets = offsets;
        this.enabled = enabled;
        this.level = Uni.createFrom()
                .deferred(() -> enabled ? look() : Uni.createFrom().item(true))
                .memoize()
                .forFixedDuration(FRESH);
    }

    void onStart(@Observes StartupEvent event) {
        if (enabled) {
            following = FeedFollower.follow(FEED, offsets, sharing::watch, this::take);
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        following.cancel();
    }

    /**
     * Whether everything that was published up to a moment ago is known here: then what is unknown does not exist. While the
     * other service does not answer nobody knows, and it is not.
     */
    Uni<Boolean> isLevel() {
        return level;
    }

    /** A feed that has nothing after the offset begins with a heartbeat. */
    private Uni<Boolean> look() {
        return offsets.read(FEED)
                .chain(offset -> sharing.watch(offset).select().first().toUni())
                .map(first -> first == null || first.isHeartbeat())
                .ifNoItem()
                .after(LOOK)
                .recoverWithItem(false)
                .onFailure()
                .recoverWithItem(false);
    }

    /** Takes one event of the sharing feed; anything but a new publication is passed. */
    public Uni<Void> take(Entry event) {
        if (!event.kind().equals(CREATED)) {
            return commitments.pass(event.sequence());
        }
        return sharing.publication(UUID.fromString(event.subject()))
                .chain(pulled ->
                        commitments.take(pulled, event.sequence()).invoke(() -> matching.request(pulled.supplier())));
    }
}
