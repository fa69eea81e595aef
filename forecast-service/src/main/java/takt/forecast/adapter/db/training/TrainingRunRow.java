package takt.forecast.adapter.db.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import takt.engine.model.Forecasters;
import takt.forecast.training.RunKind;
import takt.forecast.training.RunOrder;
import takt.forecast.training.RunProgress;
import takt.forecast.training.RunState;
import takt.forecast.training.TrainingRun;

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

    String kind = "";

    @Column(name = "subject_id")
    @Nullable
    UUID subjectId;

    @Column(name = "model_number")
    @Nullable
    Integer modelNumber;

    @Column(name = "business_date")
    LocalDate businessDate = LocalDate.EPOCH;

    @Column(name = "known_at")
    Instant knownAt = Instant.EPOCH;

    String build = "";

    /** Names with commas between; empty on runs before there was a choice. */
    String candidates = "";

    @Nullable
    UUID worker;

    int attempts;

    String step = "";

    long done;

    long total;

    /** Given by the database in order of creation. */
    @Column(insertable = false, updatable = false)
    @Nullable
    Long ordinal;

    static TrainingRunRow of(RunOrder order, UUID requestId) {
        TrainingRunRow row = new TrainingRunRow();
        row.id = order.id();
        row.requestId = requestId;
        row.state = RunState.QUEUED.name();
        row.seed = order.seed();
        row.details = RunDetails.json(TrainingRun.queued(order).findings());
        row.startedBy = order.createdBy();
        row.createdAt = order.createdAt();
        row.kind = order.kind().name();
        row.subjectId = order.subject().orElse(null);
        row.businessDate = order.businessDate();
        row.knownAt = order.knownAt();
        row.build = order.build();
        row.candidates = String.join(",", new TreeSet<>(order.candidates()));
        row.step = "queued";
        return row;
    }

    TrainingRun run() {
        return new TrainingRun(
                order(),
                RunState.valueOf(state),
                state.equals("SUCCEEDED")
                        ? new RunProgress("done", series, series)
                        : new RunProgress(step, done, total),
                series,
                modelNumber == null ? 0 : modelNumber,
                snapshotHash,
                problem,
                RunDetails.parse(details));
    }

    private RunOrder order() {
        return new RunOrder(
                id,
                RunKind.valueOf(kind),
                Optional.ofNullable(subjectId),
                businessDate,
                knownAt,
                seed,
                build,
                candidates.isEmpty() ? Forecasters.candidates() : new TreeSet<>(Arrays.asList(candidates.split(","))),
                createdAt,
                startedBy);
    }
}
