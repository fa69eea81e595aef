package takt.capacity.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import takt.capacity.commitment.Submission.Outcome;
import takt.capacity.commitment.Submission.Refusal;
import takt.kernel.PartnerId;

/** A row of {@code submission}: what became of a request, for when it comes again. */
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

    /** SHA-256 (hex) of the answers; empty in rows of older builds. */
    String content = "";

    int accepted;
    int unchanged;

    /** Places of the answers that were refused; codes and messages stand beside them. */
    @Column(name = "refused_indexes")
    int[] refusedIndexes = {};

    @Column(name = "refused_codes")
    String[] refusedCodes = {};

    @Column(name = "refused_messages")
    String[] refusedMessages = {};

    static SubmissionRow of(UUID requestId, PartnerId supplier, String content, Outcome outcome) {
        List<Refusal> refusals = outcome.refusals();
        SubmissionRow row = new SubmissionRow();
        row.requestId = requestId;
        row.supplier = supplier.value();
        row.content = content;
        row.accepted = outcome.accepted();
        row.unchanged = outcome.unchanged();
        row.refusedIndexes = refusals.stream().mapToInt(Refusal::index).toArray();
        row.refusedCodes = refusals.stream().map(Refusal::code).toArray(String[]::new);
        row.refusedMessages = refusals.stream().map(Refusal::message).toArray(String[]::new);
        return row;
    }

    Outcome outcome() {
        List<Refusal> refusals = IntStream.range(0, refusedIndexes.length)
                .mapToObj(i -> new Refusal(refusedIndexes[i], refusedCodes[i], refusedMessages[i]))
                .toList();
        return new Outcome(accepted, unchanged, refusals);
    }
}
