package takt.forecast.usecase.registry;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.registry.Comparison;
import takt.forecast.registry.PromotionHistory;
import takt.forecast.registry.PromotionHistory.Promotion;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.registry.port.PromotionStore;
import takt.forecast.usecase.training.port.RunStore;
import takt.kit.BusinessClock;
import takt.kit.caller.Caller;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Lists, compares, promotes and rolls back model versions. */
@ApplicationScoped
public class ModelUseCase {

    /** A model version and all promotions. */
    public record Registered(TrainingRun run, PromotionHistory history) {}

    /** Two model versions side by side. */
    public record SideBySide(TrainingRun champion, TrainingRun challenger, Comparison comparison) {}

    private static final int LONGEST_REASON = 500;

    private final RunStore runs;
    private final ModelComparison comparing;
    private final PromotionStore promotions;
    private final BusinessClock clock;

    ModelUseCase(RunStore runs, ModelComparison comparing, PromotionStore promotions, BusinessClock clock) {
        this.runs = runs;
        this.comparing = comparing;
        this.promotions = promotions;
        this.clock = clock;
    }

    public Uni<List<Registered>> list(int belowNumber, int limit) {
        return promotions
                .history()
                .chain(history -> runs.models(belowNumber, limit)
                        .map(found -> found.stream()
                                .map(run -> new Registered(run, history))
                                .toList()));
    }

    /** @param number 0 means the champion */
    public Uni<Registered> get(int number) {
        return promotions
                .history()
                .chain(history ->
                        (number == 0 ? champion(history) : byNumber(number)).map(run -> new Registered(run, history)));
    }

    private Uni<TrainingRun> champion(PromotionHistory history) {
        return history.champion()
                .map(this::byRun)
                .orElseThrow(() -> TaktException.notFound("MODEL_UNKNOWN", "model", "the champion"));
    }

    private Uni<TrainingRun> byRun(UUID run) {
        return runs.find(run).map(Optional::orElseThrow);
    }

    private Uni<TrainingRun> byNumber(int number) {
        return runs.findByModel(number)
                .map(found -> found.orElseThrow(
                        () -> TaktException.notFound("MODEL_UNKNOWN", "model", String.valueOf(number))));
    }

    /** Numbers of the runs by id, for those in the history. */
    public Uni<Map<UUID, Integer>> numbers(PromotionHistory history) {
        return Multi.createFrom()
                .iterable(history.promotions().stream()
                        .map(Promotion::run)
                        .distinct()
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(this::byRun)
                .collect()
                .asMap(TrainingRun::id, TrainingRun::modelNumber);
    }

    public Uni<Registered> promote(int number, String reason, Caller caller) {
        requireReason(reason);
        return byNumber(number)
                .chain(run -> promotions
                        .decide(history -> history.champion().equals(Optional.of(run.id()))
                                ? Optional.empty()
                                : Optional.of(new Promotion(run.id(), false, clock.now(), caller.name(), reason)))
                        .map(history -> new Registered(run, history)));
    }

    public Uni<Registered> rollback(String reason, Caller caller) {
        requireReason(reason);
        return promotions
                .decide(history -> Optional.of(new Promotion(
                        history.predecessor().orElseThrow(ModelUseCase::noPredecessor),
                        true,
                        clock.now(),
                        caller.name(),
                        reason)))
                .chain(history -> champion(history).map(run -> new Registered(run, history)));
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

    /** @param champion 0 means the present one; {@code challenger} 0 means the newest */
    public Uni<SideBySide> compare(int champion, int challenger) {
        return get(champion)
                .chain(one -> (challenger == 0 ? newest() : byNumber(challenger))
                        .chain(other -> comparing
                                .compare(one.run(), other)
                                .map(comparison -> new SideBySide(one.run(), other, comparison))));
    }

    private Uni<TrainingRun> newest() {
        return runs.models(Integer.MAX_VALUE, 1)
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> TaktException.notFound("MODEL_UNKNOWN", "model", "the newest")));
    }
}
