package takt.forecast.adapter.db.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import takt.forecast.registry.PromotionHistory.Promotion;

/** A row of {@code model_promotion}. */
@Entity
@Table(name = "model_promotion")
public class PromotionRow {

    @Id
    int ordinal;

    @Column(name = "run_id")
    UUID runId = new UUID(0, 0);

    boolean rollback;

    @Column(name = "promoted_at")
    Instant promotedAt = Instant.EPOCH;

    @Column(name = "promoted_by")
    String promotedBy = "";

    String reason = "";

    public static PromotionRow first(UUID runId, Instant at, String by) {
        return of(1, new Promotion(runId, false, at, by, "The first model."));
    }

    static PromotionRow of(int ordinal, Promotion promotion) {
        PromotionRow row = new PromotionRow();
        row.ordinal = ordinal;
        row.runId = promotion.run();
        row.rollback = promotion.rollback();
        row.promotedAt = promotion.at();
        row.promotedBy = promotion.by();
        row.reason = promotion.reason();
        return row;
    }

    Promotion promotion() {
        return new Promotion(runId, rollback, promotedAt, promotedBy, reason);
    }
}
