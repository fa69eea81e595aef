package takt.forecast.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import takt.engine.tribuo.TrainingIdentity;

/**
 * What somebody asked for; it never changes.
 *
 * @param subject the run that is reproduced
 * @param businessDate date it works for; it decides the origins
 * @param knownAt the facts known at this moment are the ones it reads
 * @param build version of the program
 * @param candidates names of the models that may be chosen
 */
public record RunOrder(
        UUID id,
        RunKind kind,
        Optional<UUID> subject,
        LocalDate businessDate,
        Instant knownAt,
        long seed,
        String build,
        Set<String> candidates,
        Instant createdAt,
        String createdBy) {

    /** What its models remember of their training. */
    public TrainingIdentity identity(String snapshotHash) {
        return new TrainingIdentity(id.toString(), snapshotHash, seed, build, createdAt.atOffset(ZoneOffset.UTC));
    }
}
