package takt.forecast.usecase.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import takt.forecast.registry.PromotionHistory.Promotion;
import takt.forecast.usecase.registry.port.PromotionStore;
import takt.kit.BusinessClock;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Makes a model version the champion, or goes back to the one before; each with a reason. */
@ApplicationScoped
public class PromoteModel {

    private static final int LONGEST_REASON = 500;

    private final ReadModels models;
    private final PromotionStore promotions;
    private final BusinessClock clock;

    PromoteModel(ReadModels models, PromotionStore promotions, BusinessClock clock) {
        this.models = models;
        this.promotions = promotions;
        this.clock = clock;
    }

    public Uni<ReadModels.Registered> promote(int number, String reason, Caller caller) {
        requireReason(reason);
        return models.byNumber(number)
                .chain(run -> promotions
                        .decide(history -> history.champion().equals(Optional.of(run.id()))
                                ? Optional.empty()
                                : Optional.of(new Promotion(run.id(), false, clock.now(), caller.name(), reason)))
                        .map(history -> new ReadModels.Registered(run, history)));
    }

    public Uni<ReadModels.Registered> rollback(String reason, Caller caller) {
        requireReason(reason);
        return promotions
                .decide(history -> Optional.of(new Promotion(
                        history.predecessor().orElseThrow(PromoteModel::noPredecessor),
                        true,
                        clock.now(),
                        caller.name(),
                        reason)))
                .chain(history -> models.champion(history).map(run -> new ReadModels.Registered(run, history)));
    }

    private static TaktException noPredecessor() {
        return new TaktException(
                Category.PRECONDITION,
                "NO_PREDECESSOR",
                "No other model was champion before the present one.\nMaybe promote one by its number.");
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw TaktException.invalid(
                    "REASON_MISSING",
                    "reason",
                    "A change of the champion needs a reason of 1 to %d characters; it has %d."
                            .formatted(LONGEST_REASON, reason.length()));
        }
    }
}
