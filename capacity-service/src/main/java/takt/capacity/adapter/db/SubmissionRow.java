package takt.capacity.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code submission}: the response to a request, for when it comes again. */
@Entity
@Table(name = "submission")
@IdClass(SubmissionRow.Key.class)
class SubmissionRow {

    /** The request's own id, and whose it is. */
    record Key(UUID requestId, String supplier) {}

    @Id
    @Column(name = "request_id")
    UUID requestId = new UUID(0, 0);

    @Id
    String supplier = "";

    byte[] response = {};

    /** SHA-256 (hex) of the answers; empty in rows of older builds. */
    String content = "";
}
