package takt.forecast.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import takt.engine.backtest.Score;
import takt.engine.series.SeriesKey;
import takt.engine.training.Race;
import takt.engine.training.Race.Heat;
import takt.engine.training.Verdict;
import takt.forecast.run.port.FactSource;
import takt.forecast.run.port.PromotionStore;
import takt.forecast.run.port.RunStore;
import takt.forecast.run.port.ShardStore;
import takt.forecast.run.port.ShardStore.Piece;
import takt.forecast.training.Comparison;
import takt.forecast.training.ModelFile;
import takt.forecast.training.PromotionHistory;
import takt.forecast.training.PromotionHistory.Promotion;
import takt.forecast.training.Shard;
import takt.forecast.training.TrainingRun;
import takt.kernel.BucketCalendar;
import takt.kit.BusinessClock;
import takt.kit.Caller;
import takt.kit.Category;
import takt.kit.TaktException;

/** Lists, compares, promotes and rolls back model versions. */
@ApplicationScoped
public class ModelUseCase {

    /** A model version and all promotions. */
    public record Registered(TrainingRun run, PromotionHistory history) {}

    /** Two model versions side by side. */
    public record SideBySide(TrainingRun champion, TrainingRun challenger, Comparison comparison) {}

    private static final int LONGEST_REASON = 500;

    private final RunStore runs;
    private final ShardStore shards;
    private final FactSource facts;
    private final PromotionStore promotions;
    private final BusinessClock clock;

    ModelUseCase(RunStore runs, ShardStore shards, FactSource facts, PromotionStore promotions, BusinessClock clock) {
        this.runs = runs;
        this.shards = shards;
        this.facts = facts;
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
                        .chain(other -> compare(one.run(), other)
                                .map(comparison -> new SideBySide(one.run(), other, comparison))));
    }

    private Uni<TrainingRun> newest() {
        return runs.models(Integer.MAX_VALUE, 1)
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> TaktException.notFound("MODEL_UNKNOWN", "model", "the newest")));
    }

    /** What is kept of the champion is small; the challenger's races are read shard by shard. */
    private Uni<Comparison> compare(TrainingRun champion, TrainingRun challenger) {
        boolean sameBuckets =
                champion.order().businessDate().equals(challenger.order().businessDate());
        Comparison comparison = new Comparison(
                sameBuckets, champion.order().businessDate(), challenger.order().businessDate());
        return (sameBuckets ? scores(champion) : choices(champion))
                .chain(lookup -> judging(challenger)
                        .chain(judging -> races(challenger)
                                .invoke(race -> race.newest()
                                        .forEach(heat -> lookup.of(heat)
                                                .ifPresent(theirs -> comparison.add(
                                                        heat.segment().toString(), theirs, selected(judging, heat)))))
                                .collect()
                                .last()))
                .map(last -> require(comparison, champion, challenger));
    }

    private static Comparison require(Comparison comparison, TrainingRun champion, TrainingRun challenger) {
        if (comparison.overall().series() == 0) {
            throw new TaktException(
                    Category.PRECONDITION,
                    "NOTHING_SHARED",
                    "Models %d and %d share no series with held-out demand.\nMaybe compare others."
                            .formatted(champion.modelNumber(), challenger.modelNumber()));
        }
        return comparison;
    }

    /** Finds the champion's score for a heat of the challenger. */
    @FunctionalInterface
    private interface Lookup {
        Optional<Score> of(Heat heat);
    }

    /** Both held out the same buckets: each is judged by what it would have published then. */
    private Uni<Lookup> scores(TrainingRun champion) {
        Map<SeriesKey, Score> byKey = new HashMap<>();
        return judging(champion)
                .chain(judging -> races(champion)
                        .invoke(race -> race.newest().forEach(heat -> byKey.put(heat.key(), selected(judging, heat))))
                        .collect()
                        .last())
                .map(last -> heat -> Optional.ofNullable(byKey.get(heat.key())));
    }

    /** The challenger held out later buckets: the champion is judged by how its choice did on them. */
    private Uni<Lookup> choices(TrainingRun champion) {
        Map<SeriesKey, String> byKey = new HashMap<>();
        return pieces(champion)
                .onItem()
                .transformToUniAndConcatenate(piece -> shards.models(champion.id(), piece))
                .invoke(models -> models.forEach((ModelFile m) -> byKey.put(m.key(), m.model())))
                .collect()
                .last()
                .map(last -> heat -> Optional.ofNullable(byKey.get(heat.key()))
                        .map(model -> heat.scores().get(model)));
    }

    private Uni<Verdict.Judging> judging(TrainingRun run) {
        Verdict verdict = new Verdict(run.order().candidates());
        return races(run).invoke(verdict::hear).collect().last().map(last -> verdict.judging());
    }

    private static Score selected(Verdict.Judging judging, Heat heat) {
        return Optional.ofNullable(heat.scores().get(judging.selected(heat))).orElseThrow();
    }

    private Multi<Race> races(TrainingRun run) {
        return pieces(run)
                .onItem()
                .transformToUniAndConcatenate(piece -> shards.race(run.id(), piece))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private Multi<Piece> pieces(TrainingRun run) {
        return facts.enlisted(run.id())
                .onItem()
                .transformToMulti(sizes -> Multi.createFrom().iterable(sizes.entrySet()))
                .onItem()
                .transformToMultiAndConcatenate((Map.Entry<BucketCalendar, Integer> calendar) -> Multi.createFrom()
                        .range(0, Shard.count(calendar.getValue()))
                        .map(n -> new Piece(calendar.getKey(), n)));
    }
}
