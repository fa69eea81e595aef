package takt.forecast.usecase.registry;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.forecast.registry.PromotionHistory;
import takt.forecast.registry.PromotionHistory.Promotion;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.registry.port.PromotionStore;
import takt.forecast.usecase.training.port.RunStore;
import takt.kit.error.TaktException;

/** Reads model versions and which of them was champion when. */
@ApplicationScoped
public class ReadModels {

    /** A model version and all promotions. */
    public record Registered(TrainingRun run, PromotionHistory history) {}

    private final RunStore runs;
    private final PromotionStore promotions;

    ReadModels(RunStore runs, PromotionStore promotions) {
        this.runs = runs;
        this.promotions = promotions;
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

    Uni<TrainingRun> champion(PromotionHistory history) {
        return history.champion()
                .map(this::byRun)
                .orElseThrow(() -> TaktException.notFound("MODEL_UNKNOWN", "model", "the champion"));
    }

    private Uni<TrainingRun> byRun(UUID run) {
        return runs.find(run).map(Optional::orElseThrow);
    }

    Uni<TrainingRun> byNumber(int number) {
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

    Uni<TrainingRun> newest() {
        return runs.models(Integer.MAX_VALUE, 1)
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> TaktException.notFound("MODEL_UNKNOWN", "model", "the newest")));
    }
}
