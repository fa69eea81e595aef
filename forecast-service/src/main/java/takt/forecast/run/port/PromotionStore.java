package takt.forecast.run.port;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;
import takt.forecast.training.PromotionHistory;
import takt.forecast.training.PromotionHistory.Promotion;

/** Keeps the promotions. */
public interface PromotionStore {

    Uni<PromotionHistory> history();

    /** Decides on the newest history and keeps the outcome, if any, with the feed's entry, one decision at a time. */
    Uni<PromotionHistory> decide(Function<PromotionHistory, Optional<Promotion>> decision);
}
