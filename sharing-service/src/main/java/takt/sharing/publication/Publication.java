package takt.sharing.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import takt.kernel.PartnerId;
import takt.kernel.Week;

/**
 * Immutable view of one version for one supplier.
 *
 * @param number from 1 per supplier
 * @param answerBy last day for an answer, inclusive
 */
public record Publication(
        UUID id,
        int number,
        PartnerId supplier,
        UUID versionId,
        Optional<UUID> predecessor,
        Week firstWeek,
        int weeks,
        int lines,
        Instant createdAt,
        Optional<Instant> acknowledgedAt,
        LocalDate answerBy,
        double[] levels,
        int scenarios) {}
