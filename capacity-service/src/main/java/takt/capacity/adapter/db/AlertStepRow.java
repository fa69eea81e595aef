package takt.capacity.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import takt.capacity.alert.Care;

/** A row of {@code alert_step}. */
@Entity
@Table(name = "alert_step")
class AlertStepRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long ordinal;

    @Column(name = "alert_id")
    UUID alertId = new UUID(0, 0);

    String kind = "";

    @Column(name = "step_by")
    String by = "";

    Instant at = Instant.EPOCH;
    String note = "";
    String owner = "";

    @Nullable
    LocalDate due;

    static AlertStepRow of(UUID alert, Care.Taken taken) {
        AlertStepRow row = new AlertStepRow();
        row.alertId = alert;
        row.by = taken.by();
        row.at = taken.at();
        row.kind = kindOf(taken.step());
        if (taken.step() instanceof Care.Acknowledged acknowledged) {
            row.note = acknowledged.note();
        } else if (taken.step() instanceof Care.Assigned assigned) {
            row.owner = assigned.owner();
            row.due = assigned.due().orElse(null);
        }
        return row;
    }

    /** As the feed names it, after {@code ALERT_}. */
    static String kindOf(Care.Step step) {
        if (step instanceof Care.Acknowledged) {
            return "ACKNOWLEDGED";
        }
        return step instanceof Care.Assigned ? "ASSIGNED" : "REOPENED";
    }

    Care.Taken taken() {
        return new Care.Taken(
                switch (kind) {
                    case "ACKNOWLEDGED" -> new Care.Acknowledged(note);
                    case "ASSIGNED" -> new Care.Assigned(owner, Optional.ofNullable(due));
                    default -> new Care.Reopened();
                },
                by,
                at);
    }
}
