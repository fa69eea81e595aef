package takt.ingest.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code import_run}: a finished import with its report. */
@Entity
@Table(name = "import_run")
public class ImportRow {

    @Id
    public UUID id = new UUID(0, 0);

    @Column(name = "request_id")
    public UUID requestId = new UUID(0, 0);

    public String kind = "";

    public String source = "";

    /** SHA-256 (hex) of what the rows were made from; empty if unknown. */
    @Column(name = "content_hash")
    public String contentHash = "";

    /** SHA-256 (hex) of header and rows as they came; empty in records of older builds. */
    @Column(name = "rows_hash")
    public String rowsHash = "";

    @Column(name = "imported_by")
    public String importedBy = "";

    @Column(name = "finished_at")
    public Instant finishedAt = Instant.EPOCH;

    /** Where it comes from: a {@code takt.ingest.judge.Origin}. */
    public String origin = "";

    public long accepted;
    public long unchanged;
    public long rejected;

    /** The first hundred, as JSON. */
    public String rejections = "";
}
