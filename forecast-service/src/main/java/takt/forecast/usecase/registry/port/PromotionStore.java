package takt.forecast.usecase.registry.port;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;
import takt.forecast.registry.PromotionHistory;
import takt.forecast.registry.PromotionHistory.Promotion;

/** Keeps the promotions. */
public interface PromotionStore {

    Uni<PromotionHistory> history();

    /** Decides on the newest history and keeps the outcome, if any, with the feed's entry, one decision at a time. */
    Uni<PromotionHistory> decide(Function<PromotionHistory, Optional<Promotion>> decision);
}
