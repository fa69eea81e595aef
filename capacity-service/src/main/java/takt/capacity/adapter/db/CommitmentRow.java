package takt.capacity.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import takt.capacity.commitment.Answer;
import takt.capacity.commitment.Commitment;
import takt.capacity.commitment.ShortfallReason;
import takt.kernel.Week;

/** A row of {@code commitment}. */
@Entity
@Table(name = "commitment")
@IdClass(CommitmentRow.Key.class)
class CommitmentRow {

    record Key(UUID lineId, LocalDate week, int revision) implements Serializable {}

    @Id
    @Column(name = "line_id")
    UUID lineId = new UUID(0, 0);

    @Id
    LocalDate week = LocalDate.EPOCH;

    @Id
    int revision;

    String supplier = "";
    String part = "";
    long committed;
    String reason = "";
    String comment = "";

    @Column(name = "answered_at")
    Instant answeredAt = Instant.EPOCH;

    @Column(name = "answered_by")
    String answeredBy = "";

    static CommitmentRow of(Commitment commitment, Instant at, String by) {
        CommitmentRow row = new CommitmentRow();
        row.lineId = commitment.line().id();
        row.week = commitment.answer().week().monday();
        row.revision = commitment.revision();
        row.supplier = commitment.line().supplier().value();
        row.part = commitment.line().part().value();
        row.committed = commitment.answer().committed();
        row.reason = commitment.answer().reason().name();
        row.comment = commitment.answer().comment();
        row.answeredAt = at;
        row.answeredBy = by;
        return row;
    }

    Answer answer() {
        return new Answer(lineId, new Week(week), committed, ShortfallReason.valueOf(reason), comment, true);
    }
}
