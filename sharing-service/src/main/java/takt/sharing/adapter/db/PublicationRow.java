package takt.sharing.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import takt.kernel.PartnerId;
import takt.kernel.Week;
import takt.sharing.publication.Publication;

/** A row of {@code publication}. */
@Entity
@Table(name = "publication")
class PublicationRow {

    @Id
    UUID id = new UUID(0, 0);

    int number;
    String supplier = "";

    @Column(name = "version_id")
    UUID versionId = new UUID(0, 0);

    @Column(name = "predecessor_id")
    @Nullable
    UUID predecessorId;

    @Column(name = "first_week")
    LocalDate firstWeek = LocalDate.EPOCH;

    int weeks;
    int lines;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "answer_by")
    LocalDate answerBy = LocalDate.EPOCH;

    double[] levels = {};
    int scenarios;

    Publication publication(@Nullable AcknowledgementRow acknowledgement) {
        return new Publication(
                id,
                number,
                new PartnerId(supplier),
                versionId,
                Optional.ofNullable(predecessorId),
                new Week(firstWeek),
                weeks,
                lines,
                createdAt,
                Optional.ofNullable(acknowledgement).map(a -> a.acknowledgedAt),
                answerBy,
                levels,
                scenarios);
    }
}
