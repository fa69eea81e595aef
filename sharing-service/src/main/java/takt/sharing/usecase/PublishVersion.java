package takt.sharing.usecase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import takt.kit.BusinessClock;
import takt.kit.feed.Entry;
import takt.kit.feed.FeedFollower;
import takt.kit.feed.Offsets;
import takt.sharing.explosion.Explosion;
import takt.sharing.explosion.Gaps;
import takt.sharing.explosion.Scenarios;
import takt.sharing.explosion.Surplus;
import takt.sharing.network.Network;
import takt.sharing.network.SupplyRelation;
import takt.sharing.publication.PublicationPlan;
import takt.sharing.usecase.port.ForecastDoor;
import takt.sharing.usecase.port.ForecastDoor.VersionHead;
import takt.sharing.usecase.port.NetworkSource;
import takt.sharing.usecase.port.PublicationStore;
import takt.sharing.usecase.port.PublicationStore.Edition;

/** Hears of released versions and publishes each once to every supplier. */
@ApplicationScoped
public class PublishVersion {

    public static final String FEED = "forecast";
    private static final String RELEASED = "FORECAST_VERSION_RELEASED";

    private final ForecastDoor forecasts;
    private final NetworkSource networks;
    private final PublicationStore publications;
    private final Offsets offsets;
    private final BusinessClock clock;
    private final int paths;
    private final boolean enabled;
    private Cancellable following = () -> {};

    PublishVersion(
            ForecastDoor forecasts,
            NetworkSource networks,
            PublicationStore publications,
            Offsets offsets,
            BusinessClock clock,
            @ConfigProperty(name = "takt.scenario-paths", defaultValue = "200") int paths,
            @ConfigProperty(name = "takt.follow", defaultValue = "true") boolean enabled) {
        this.forecasts = forecasts;
        this.networks = networks;
        this.publications = publications;
        this.offsets = offsets;
        this.clock = clock;
        this.paths = paths;
        this.enabled = enabled;
    }

    void onStart(@Observes StartupEvent event) {
        if (enabled) {
            following = FeedFollower.follow(FEED, offsets, forecasts::watch, this::take);
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        following.cancel();
    }

    /** Takes one event of the forecast feed; anything but a release is passed. */
    public Uni<Void> take(Entry event) {
        return event.kind().equals(RELEASED)
                ? publish(UUID.fromString(event.subject()), event.sequence())
                : publications.pass(event.sequence());
    }

    private Uni<Void> publish(UUID versionId, long sequence) {
        return Uni.combine()
                .all()
                .unis(forecasts.version(versionId), networks.network())
                .asTuple()
                .chain(read -> publish(read.getItem1(), read.getItem2(), clock.today(), sequence));
    }

    /** One reading of the clock for the whole edition: the week may turn while it is computed. */
    private Uni<Void> publish(VersionHead version, Network network, LocalDate today, long sequence) {
        Edition edition = new Edition(version.id(), today, version.levels(), paths, sequence);
        return publications
                .surplusBefore(edition.firstWeek())
                .chain(earlier -> explode(version, network, edition, earlier))
                .chain(exploded -> publications.publish(edition, exploded.drafts(), exploded.gaps()));
    }

    private record Exploded(List<PublicationPlan.Draft> drafts, Gaps gaps) {}

    private Uni<Exploded> explode(
            VersionHead version,
            Network network,
            Edition edition,
            Function<SupplyRelation, Optional<Surplus>> earlier) {
        PublicationPlan plan = new PublicationPlan(version.levels(), edition.today());
        Scenarios scenarios = new Scenarios(paths, PublicationPlan.COMPUTED_WEEKS + 1, version.seed());
        Explosion explosion = new Explosion(
                network,
                scenarios,
                version.levels(),
                edition.firstWeek(),
                PublicationPlan.COMPUTED_WEEKS,
                earlier,
                plan::take);
        return forecasts
                .series(version)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(explosion::take)
                .collect()
                .last()
                .map(last -> {
                    Gaps gaps = explosion.finish();
                    return new Exploded(plan.drafts(), gaps);
                });
    }
}
