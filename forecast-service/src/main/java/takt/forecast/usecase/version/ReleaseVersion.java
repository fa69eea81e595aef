package takt.forecast.usecase.version;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import takt.forecast.usecase.version.port.VersionStore;
import takt.forecast.version.ForecastVersion;
import takt.kit.BusinessClock;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Makes a draft the version that everybody plans by. */
@ApplicationScoped
public class ReleaseVersion {

    private final VersionStore versions;
    private final ReadVersions reading;
    private final BusinessClock clock;

    ReleaseVersion(VersionStore versions, ReadVersions reading, BusinessClock clock) {
        this.versions = versions;
        this.reading = reading;
        this.clock = clock;
    }

    /** Releases a draft; a version that is released already stays so. */
    public Uni<ForecastVersion> release(UUID id, Caller caller) {
        return reading.get(id).chain(version -> {
            if (version instanceof ForecastVersion.Draft draft) {
                return versions.current()
                        .map(current -> draft.release(current, clock.now(), caller.name()))
                        .chain(versions::release)
                        .chain(() -> reading.get(id));
            }
            if (version instanceof ForecastVersion.Superseded superseded) {
                throw new TaktException(
                        Category.PRECONDITION,
                        "VERSION_SUPERSEDED",
                        "The version (%d) was superseded by %s.\nMaybe create a new one from the same run."
                                .formatted(superseded.facts().number(), superseded.successor()));
            }
            return Uni.createFrom().item(version);
        });
    }
}
