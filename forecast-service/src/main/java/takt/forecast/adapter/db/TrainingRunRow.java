package takt.forecast.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code training_run}. */
@Entity
@Table(name = "training_run")
class TrainingRunRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "request_id")
    UUID requestId = new UUID(0, 0);

    String state = "";

    int series;

    @Column(name = "snapshot_hash")
    String snapshotHash = "";

    long seed;

    String problem = "";

    /** JSON of {@link RunDetails}. */
    String details = "";

    @Column(name = "started_by")
    String startedBy = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;
}
