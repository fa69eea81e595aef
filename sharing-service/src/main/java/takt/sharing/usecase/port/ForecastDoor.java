package takt.sharing.usecase.port;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import takt.kit.feed.Entry;
import takt.sharing.explosion.SeriesForecast;

/** What is read from the forecast service. */
public interface ForecastDoor {

    /** What is read of a version before its series. */
    record VersionHead(UUID id, double[] levels, long seed) {}

    /** The feed after a sequence; with its heartbeats. */
    Multi<Entry> watch(long afterSequence);

    Uni<VersionHead> version(UUID id);

    /** The numbers of all parts that the OEM knows. */
    Uni<Set<String>> parts();

    Multi<SeriesForecast> series(VersionHead version);
}
