package takt.forecast.adapter.db.version;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import takt.forecast.version.VersionFacts;

/** A row of {@code forecast_version}. */
@Entity
@Table(name = "forecast_version")
class VersionRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "request_id")
    UUID requestId = new UUID(0, 0);

    int number;

    @Column(name = "run_id")
    UUID runId = new UUID(0, 0);

    @Column(name = "business_date")
    LocalDate businessDate = LocalDate.EPOCH;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by")
    String createdBy = "";

    int series;

    double[] levels = {};

    @Column(name = "snapshot_hash")
    String snapshotHash = "";

    long seed;

    String[] remarks = {};

    static VersionRow of(VersionFacts facts, UUID requestId, int number) {
        VersionRow row = new VersionRow();
        row.id = facts.id();
        row.requestId = requestId;
        row.number = number;
        row.runId = facts.runId();
        row.businessDate = facts.businessDate();
        row.createdAt = facts.createdAt();
        row.createdBy = facts.createdBy();
        row.series = facts.series();
        row.levels = facts.levels();
        row.snapshotHash = facts.snapshotHash();
        row.seed = facts.seed();
        row.remarks = facts.remarks().toArray(String[]::new);
        return row;
    }

    VersionFacts facts() {
        return new VersionFacts(
                id,
                number,
                runId,
                businessDate,
                createdAt,
                createdBy,
                series,
                levels,
                snapshotHash,
                seed,
                List.of(remarks));
    }
}
