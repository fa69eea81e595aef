package takt.sharing.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code publication_acknowledgement}. */
@Entity
@Table(name = "publication_acknowledgement")
class AcknowledgementRow {

    @Id
    @Column(name = "publication_id")
    UUID publicationId = new UUID(0, 0);

    @Column(name = "acknowledged_at")
    Instant acknowledgedAt = Instant.EPOCH;

    @Column(name = "acknowledged_by")
    String acknowledgedBy = "";
}
