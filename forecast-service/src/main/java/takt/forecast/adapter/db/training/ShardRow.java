package takt.forecast.adapter.db.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import takt.kernel.BucketCalendar;

/** A row of {@code training_shard}. */
@Entity
@Table(name = "training_shard")
@IdClass(ShardRow.Key.class)
class ShardRow {

    /** What was worked on. */
    enum Stage {
        REGRESSION,
        RACE,
        SPREAD,
        FIT
    }

    record Key(UUID runId, String calendar, String stage, int shard) implements Serializable {

        static Key of(UUID runId, BucketCalendar calendar, Stage stage, int shard) {
            return new Key(runId, calendar.name(), stage.name(), shard);
        }
    }

    @Id
    @Column(name = "run_id")
    UUID runId = new UUID(0, 0);

    @Id
    String calendar = "";

    @Id
    String stage = "";

    @Id
    int shard;

    byte[] result = new byte[0];

    @Column(name = "finished_at")
    Instant finishedAt = Instant.EPOCH;

    static ShardRow of(Key key, byte[] result, Instant finishedAt) {
        ShardRow row = new ShardRow();
        row.runId = key.runId;
        row.calendar = key.calendar;
        row.stage = key.stage;
        row.shard = key.shard;
        row.result = result;
        row.finishedAt = finishedAt;
        return row;
    }
}
