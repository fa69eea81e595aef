package takt.forecast.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What never changes about a version.
 *
 * @param number number people say, from 1 without gaps
 * @param snapshotHash SHA-256 (hex) of the facts it forecast from
 */
public record VersionFacts(
        UUID id,
        int number,
        UUID runId,
        LocalDate businessDate,
        Instant createdAt,
        String createdBy,
        int series,
        String snapshotHash,
        long seed) {}
