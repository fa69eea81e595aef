package takt.forecast.usecase.version;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.usecase.version.port.PartSummaries;
import takt.forecast.usecase.version.port.PartSummaries.Found;
import takt.forecast.usecase.version.port.PartSummaries.Grouping;
import takt.forecast.usecase.version.port.PartSummaries.Place;
import takt.forecast.usecase.version.port.PartSummaries.Wanted;
import takt.forecast.usecase.version.port.VersionStore;
import takt.forecast.version.ForecastVersion;
import takt.forecast.version.ForecastVersion.Released;
import takt.forecast.version.ForecastVersion.Superseded;
import takt.forecast.version.PartSummary;
import takt.kit.error.TaktException;

/** What a version expects of parts, and what of that is new against the version that was released before it. */
@ApplicationScoped
public class SummarizeParts {

    private static final UUID NONE = new UUID(0, 0);
    private static final int GROUPS = 1_000;

    private final VersionStore versions;
    private final PartSummaries summaries;

    SummarizeParts(VersionStore versions, PartSummaries summaries) {
        this.versions = versions;
        this.summaries = summaries;
    }

    /** The summaries, whose they are, and what their changes are against. */
    public record Summaries(Found found, Optional<ForecastVersion> version, Optional<ForecastVersion> against) {}

    /** @param version empty means the released one, or the newest where none was released */
    public Uni<Summaries> list(Optional<UUID> version, Wanted wanted, Place place) {
        return shown(version)
                .chain(shown -> before(shown)
                        .chain(before -> summaries
                                .find(id(shown), id(before), wanted, place)
                                .map(found -> new Summaries(found, shown, before))));
    }

    public Uni<List<PartSummary.Group>> groups(Optional<UUID> version, Grouping grouping) {
        return shown(version).chain(shown -> summaries.groups(id(shown), grouping, GROUPS));
    }

    private static UUID id(Optional<ForecastVersion> version) {
        return version.map(v -> v.facts().id()).orElse(NONE);
    }

    private Uni<Optional<ForecastVersion>> shown(Optional<UUID> wanted) {
        return wanted.isPresent()
                ? versions.find(wanted.get()).map(found -> {
                    if (found.isEmpty()) {
                        throw TaktException.notFound(
                                "VERSION_UNKNOWN",
                                "forecast version",
                                wanted.get().toString());
                    }
                    return found;
                })
                : current()
                        .chain(current -> current.isPresent()
                                ? Uni.createFrom().item(current)
                                : versions.list(Integer.MAX_VALUE, 1)
                                        .map(newest -> newest.stream().findFirst()));
    }

    private Uni<Optional<ForecastVersion>> before(Optional<ForecastVersion> shown) {
        if (shown.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        ForecastVersion version = shown.get();
        if (version instanceof Released released) {
            return predecessor(released.release());
        }
        return version instanceof Superseded superseded ? predecessor(superseded.release()) : current();
    }

    private Uni<Optional<ForecastVersion>> current() {
        return versions.current().map(current -> current.map(released -> released));
    }

    private Uni<Optional<ForecastVersion>> predecessor(ForecastVersion.Release release) {
        return release.predecessor()
                .map(versions::find)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
