package takt.forecast.version;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What never changes about a version.
 *
 * @param number number people say, from 1 without gaps
 * @param levels levels of the quantiles of every line, ascending
 * @param snapshotHash SHA-256 (hex) of the facts it forecast from
 * @param remarks what its readers must know, one sentence each
 */
public record VersionFacts(
        UUID id,
        int number,
        UUID runId,
        LocalDate businessDate,
        Instant createdAt,
        String createdBy,
        int series,
        double[] levels,
        String snapshotHash,
        long seed,
        List<String> remarks) {}
