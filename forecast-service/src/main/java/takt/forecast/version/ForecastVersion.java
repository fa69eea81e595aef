package takt.forecast.version;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An immutable forecast version. Which step may come next is a matter of its type. */
public sealed interface ForecastVersion {

    VersionFacts facts();

    /** Computed, not published; the only state that can be released. */
    record Draft(VersionFacts facts) implements ForecastVersion {

        /** The release that makes this the current version after {@code current}. */
        public Release release(Optional<Released> current, Instant at, String by) {
            return new Release(facts.id(), current.map(c -> c.facts().id()), at, by);
        }
    }

    /** The current version. */
    record Released(VersionFacts facts, Release release) implements ForecastVersion {}

    /** Was released; a newer one took its place. */
    record Superseded(VersionFacts facts, Release release, UUID successor) implements ForecastVersion {}

    /** The fact that a version was released, and what it replaced. */
    record Release(UUID version, Optional<UUID> predecessor, Instant at, String by) {}
}
