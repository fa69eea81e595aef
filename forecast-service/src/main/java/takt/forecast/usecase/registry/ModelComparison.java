package takt.forecast.usecase.registry;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import takt.engine.backtest.Score;
import takt.engine.series.SeriesKey;
import takt.engine.training.Race;
import takt.engine.training.Race.Heat;
import takt.engine.training.Verdict;
import takt.forecast.registry.Comparison;
import takt.forecast.snapshot.Shard;
import takt.forecast.training.ModelFile;
import takt.forecast.training.TrainingRun;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.ShardStore.Piece;
import takt.forecast.usecase.training.port.SnapshotSource;
import takt.kernel.BucketCalendar;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/** Holds two model versions against each other on the same held-out buckets. */
@ApplicationScoped
class ModelComparison {

    private final ShardStore shards;
    private final SnapshotSource facts;

    ModelComparison(ShardStore shards, SnapshotSource facts) {
        this.shards = shards;
        this.facts = facts;
    }

    /** What is kept of the champion is small; the challenger's races are read shard by shard. */
    Uni<Comparison> compare(TrainingRun champion, TrainingRun challenger) {
        boolean sameBuckets =
                champion.order().businessDate().equals(challenger.order().businessDate());
        Comparison comparison = new Comparison(
                sameBuckets, champion.order().businessDate(), challenger.order().businessDate());
        return (sameBuckets ? scores(champion) : choices(champion))
                .chain(lookup -> selection(challenger)
                        .chain(selection -> races(challenger)
                                .invoke(race -> race.newest()
                                        .forEach(heat -> lookup.of(heat)
                                                .ifPresent(theirs -> comparison.add(
                                                        heat.segment().toString(), theirs, selected(selection, heat)))))
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
        return selection(champion)
                .chain(selection -> races(champion)
                        .invoke(race -> race.newest().forEach(heat -> byKey.put(heat.key(), selected(selection, heat))))
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

    private Uni<Verdict.ChampionSelection> selection(TrainingRun run) {
        Verdict verdict = new Verdict(run.order().candidates());
        return races(run).invoke(verdict::hear).collect().last().map(last -> verdict.selection());
    }

    private static Score selected(Verdict.ChampionSelection selection, Heat heat) {
        return Optional.ofNullable(heat.scores().get(selection.selected(heat))).orElseThrow();
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
