package takt.forecast.usecase.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import takt.engine.backtest.OriginView;
import takt.engine.backtest.Score;
import takt.engine.training.OriginPass;
import takt.engine.training.Recipe;
import takt.engine.training.TrainingTask;
import takt.engine.training.Verdict;
import takt.engine.tribuo.SeriesArchive;
import takt.forecast.snapshot.Shard;
import takt.forecast.training.AccuracyFigure;
import takt.forecast.training.FirstStep;
import takt.forecast.training.ModelFile;
import takt.forecast.training.RunKind;
import takt.forecast.usecase.training.RunWork.Stage;
import takt.forecast.usecase.training.port.Claim;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.ShardStore.Piece;
import takt.kernel.BucketCalendar;

/** Trains one calendar of a run by the engine's recipe; what a stage finished is kept at once and not done again. */
final class CalendarTraining {

    /** The shards of the calendar, read one by one. */
    interface Shards {
        int count();

        Shard read(int number);
    }

    /** Keeps the models of a shard, or compares them. */
    @FunctionalInterface
    interface Keeper {
        void keep(Piece shard, List<ModelFile> models);
    }

    private final BucketCalendar calendar;
    private final TrainingTask task;
    private final Claim claim;
    private final Shards shards;
    private final ShardStore store;
    private final RunWork work;
    private final List<String> remarks = new ArrayList<>();
    private final List<AccuracyFigure> accuracy = new ArrayList<>();
    private Optional<FirstStep> firstStep = Optional.empty();

    CalendarTraining(
            BucketCalendar calendar, TrainingTask task, Claim claim, Shards shards, ShardStore store, RunWork work) {
        this.calendar = calendar;
        this.task = task;
        this.claim = claim;
        this.shards = shards;
        this.store = store;
        this.work = work;
    }

    List<String> remarks() {
        return remarks;
    }

    Optional<FirstStep> firstStep() {
        return firstStep;
    }

    List<AccuracyFigure> accuracy() {
        return accuracy;
    }

    /** @param pass has heard every shard once */
    void perform(RunKind kind, OriginPass pass, Keeper keeper) {
        StoredStages stored =
                new StoredStages(calendar, claim, shards, store, work, keeper, new SeriesArchive(task.identity()));
        Recipe recipe =
                new Recipe(task, stored, stored, (stage, series) -> work.did(Stage.valueOf(stage.name()), series));
        Recipe.Selected selected = recipe.select(pass);
        remarks.addAll(recipe.remarks());
        if (kind == RunKind.BACKTEST) {
            reportOlder(selected);
        }
        report(selected.selection(), selected.views().at(1));
        if (kind != RunKind.BACKTEST) {
            int said = recipe.remarks().size();
            firstStep = Optional.of(new FirstStep(calendar, recipe.fit(selected).firstStep()));
            remarks.addAll(recipe.remarks().subList(said, recipe.remarks().size()));
        }
    }

    private void reportOlder(Recipe.Selected selected) {
        selected.older()
                .forEach((back, models) -> models.forEach((model, score) -> accuracy.add(AccuracyFigure.of(
                        calendar,
                        selected.views().at(back).origin().toString(),
                        "",
                        model,
                        score,
                        selected.views().at(back).series()))));
    }

    private void report(Verdict.ChampionSelection selection, OriginView newest) {
        String origin = newest.origin().toString();
        Map<String, Score> all = new TreeMap<>();
        selection
                .accuracy()
                .forEach((segment, models) -> models.forEach((model, score) -> {
                    all.merge(model, score, Score::plus);
                    int series = selection.series(segment);
                    accuracy.add(AccuracyFigure.of(calendar, origin, segment.toString(), model, score, series));
                }));
        all.forEach((model, score) ->
                accuracy.add(AccuracyFigure.of(calendar, origin, "", model, score, selection.series())));
        if (all.values().stream().allMatch(score -> score.actual() == 0)) {
            remarks.add("Nothing was demanded in the %d buckets after %s, so no model could be judged on calendar %s."
                    .formatted(task.horizon(), origin, calendar));
        }
    }
}
