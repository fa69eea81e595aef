package takt.capacity.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import takt.capacity.alert.Alert;
import takt.capacity.alert.Care;
import takt.capacity.matching.Gap;
import takt.capacity.matching.GapCause;
import takt.capacity.matching.GapKind;
import takt.kernel.PartnerId;
import takt.kernel.Quantity;
import takt.kernel.UnitCode;
import takt.kernel.Week;

/** A row of {@code alert}. */
@Entity
@Table(name = "alert")
class AlertRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "gap_key")
    String gapKey = "";

    String kind = "";
    String supplier = "";
    String subject = "";
    String[] parts = {};
    LocalDate[] weeks = {};
    String unit = "";
    long gap;
    long demand;
    boolean critical;
    double probability;

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    @Nullable
    String acknowledgedBy;

    String note = "";
    String owner = "";

    @Nullable
    LocalDate due;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    static AlertRow of(Alert alert) {
        Gap gap = alert.gap();
        AlertRow row = new AlertRow();
        row.id = alert.id();
        row.gapKey = gap.key();
        row.kind = gap.kind().name();
        row.supplier = gap.supplier().value();
        row.subject = gap.cause().subject();
        row.parts = gap.parts().toArray(String[]::new);
        row.weeks = gap.weeks().stream().map(Week::monday).toArray(LocalDate[]::new);
        row.unit = gap.gap().unit().name();
        row.gap = gap.gap().thousandths();
        row.demand = gap.demand().thousandths();
        row.critical = gap.cause().critical();
        row.probability = gap.cause().chance();
        row.openedAt = alert.openedAt();
        Care care = alert.care();
        row.acknowledgedAt = care.acknowledgedAt().orElse(null);
        row.acknowledgedBy = care.acknowledgedBy();
        row.note = care.note();
        row.owner = care.owner();
        row.due = care.due().orElse(null);
        row.resolvedAt = alert.resolvedAt().orElse(null);
        return row;
    }

    private GapCause cause() {
        return switch (GapKind.valueOf(kind)) {
            case BOTTLENECK -> new GapCause.AboveMaximum(subject, critical);
            case BOTTLENECK_FLEXIBLE -> new GapCause.AboveActual(subject, critical);
            case COMMITMENT_SHORTFALL -> new GapCause.NotCommitted(subject, probability);
            case COMMITMENT_OVERDUE -> new GapCause.NotAnswered();
        };
    }

    Alert alert() {
        UnitCode code = UnitCode.valueOf(unit);
        Gap found = new Gap(
                gapKey,
                cause(),
                new PartnerId(supplier),
                List.of(parts),
                Arrays.stream(weeks).map(Week::new).toList(),
                new Quantity(gap, code),
                new Quantity(demand, code));
        String by = acknowledgedBy == null ? "" : acknowledgedBy;
        Care care = new Care(Optional.ofNullable(acknowledgedAt), by, note, owner, Optional.ofNullable(due));
        return new Alert(id, found, openedAt, care, Optional.ofNullable(resolvedAt));
    }
}
