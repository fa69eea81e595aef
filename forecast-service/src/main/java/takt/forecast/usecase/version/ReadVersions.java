package takt.forecast.usecase.version;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.usecase.version.port.VersionStore;
import takt.forecast.version.ForecastLine;
import takt.forecast.version.ForecastVersion;
import takt.forecast.version.GroupLevel;
import takt.forecast.version.GroupLine;
import takt.kit.error.TaktException;

/** Reads forecast versions and their lines. */
@ApplicationScoped
public class ReadVersions {

    private final VersionStore versions;

    ReadVersions(VersionStore versions) {
        this.versions = versions;
    }

    public Uni<ForecastVersion> get(UUID id) {
        return versions.find(id)
                .map(found -> found.orElseThrow(
                        () -> TaktException.notFound("VERSION_UNKNOWN", "forecast version", id.toString())));
    }

    public Uni<List<ForecastVersion>> list(int belowNumber, int limit) {
        return versions.list(belowNumber, limit);
    }

    public Multi<ForecastLine> lines(UUID id, String part) {
        return get(id).onItem().transformToMulti(version -> versions.lines(id, part));
    }

    /** Those of a level, or of all. */
    public Multi<GroupLine> groups(UUID id, Optional<GroupLevel> level) {
        return get(id).chain(version -> versions.groups(id))
                .onItem()
                .transformToMulti(lines -> Multi.createFrom().iterable(lines))
                .filter(line -> level.isEmpty() || level.get() == line.level());
    }
}
