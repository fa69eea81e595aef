package takt.forecast.usecase.version.port;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.version.ForecastLine;
import takt.forecast.version.ForecastVersion;
import takt.forecast.version.Forecasts;
import takt.forecast.version.GroupLine;
import takt.forecast.version.VersionFacts;

/** Keeps forecast versions. */
public interface VersionStore {

    Uni<Optional<ForecastVersion>> find(UUID id);

    Uni<Optional<ForecastVersion>> findByRequest(UUID requestId);

    /** Newest first, those with a number below {@code belowNumber}. */
    Uni<List<ForecastVersion>> list(int belowNumber, int limit);

    Uni<Optional<ForecastVersion.Released>> current();

    /**
     * Keeps a version, its number given by the store, and the feed's entry in one transaction; or finds the one
     * that the same request led to meanwhile.
     */
    Uni<ForecastVersion> create(VersionFacts facts, UUID requestId, Forecasts forecasts);

    /** Appends the release unless another one came between; then it fails with VERSION_SUPERSEDED. */
    Uni<Void> release(ForecastVersion.Release release);

    /** Lines in order; an empty part means all. */
    Multi<ForecastLine> lines(UUID versionId, String part);

    /** Groups in order. There are far fewer than series. */
    Uni<List<GroupLine>> groups(UUID versionId);
}
