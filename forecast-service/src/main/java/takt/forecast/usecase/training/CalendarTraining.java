package takt.forecast.usecase.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import takt.engine.backtest.Score;
import takt.engine.backtest.Vantage;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.engine.training.Fitting;
import takt.engine.training.Groundwork;
import takt.engine.training.Race;
import takt.engine.training.Recipe;
import takt.engine.training.SpreadCheck;
import takt.engine.training.TrainingTask;
import takt.engine.training.Verdict;
import takt.engine.tribuo.Regressions;
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

    /** @param groundwork has heard every shard once */
    void perform(RunKind kind, Groundwork groundwork, Keeper keeper) {
        Stored stored = new Stored(keeper);
        Recipe recipe =
                new Recipe(task, stored, stored, (stage, series) -> work.did(Stage.valueOf(stage.name()), series));
        Recipe.Judged judged = recipe.judge(groundwork);
        remarks.addAll(recipe.remarks());
        if (kind == RunKind.BACKTEST) {
            reportOlder(judged);
        }
        report(judged.judging(), judged.vantages().at(1));
        if (kind != RunKind.BACKTEST) {
            int said = recipe.remarks().size();
            firstStep = Optional.of(new FirstStep(calendar, recipe.fit(judged).firstStep()));
            remarks.addAll(recipe.remarks().subList(said, recipe.remarks().size()));
        }
    }

    private void reportOlder(Recipe.Judged judged) {
        judged.older()
                .forEach((back, models) -> models.forEach((model, score) -> accuracy.add(AccuracyFigure.of(
                        calendar,
                        judged.vantages().at(back).origin().toString(),
                        "",
                        model,
                        score,
                        judged.vantages().at(back).series()))));
    }

    private void report(Verdict.Judging judging, Vantage newest) {
        String origin = newest.origin().toString();
        Map<String, Score> all = new TreeMap<>();
        judging.accuracy()
                .forEach((segment, models) -> models.forEach((model, score) -> {
                    all.merge(model, score, Score::plus);
                    int series = judging.series(segment);
                    accuracy.add(AccuracyFigure.of(calendar, origin, segment.toString(), model, score, series));
                }));
        all.forEach((model, score) ->
                accuracy.add(AccuracyFigure.of(calendar, origin, "", model, score, judging.series())));
        if (all.values().stream().allMatch(score -> score.actual() == 0)) {
            remarks.add("Nothing was demanded in the %d buckets after %s, so no model could be judged on calendar %s."
                    .formatted(task.horizon(), origin, calendar));
        }
    }

    /** Shards of the snapshot as the recipe's pages, and the database as its memory. */
    private final class Stored implements Recipe.Pages, Recipe.Kept {

        private final Keeper keeper;
        private final SeriesArchive archive = new SeriesArchive(task.identity());
        /** The one that was read last: models are kept by its ordinals. */
        private Optional<Shard> last = Optional.empty();

        Stored(Keeper keeper) {
            this.keeper = keeper;
        }

        private Piece piece(int page) {
            return new Piece(calendar, page);
        }

        @Override
        public int count() {
            return shards.count();
        }

        @Override
        public int size() {
            return Shard.SIZE;
        }

        @Override
        public List<DemandSeries> read(int page) {
            Shard shard = shards.read(page);
            last = Optional.of(shard);
            return shard.demand();
        }

        @Override
        public Regressions regressions(int horizonsBack, Supplier<Regressions> make) {
            return Waiting.until(store.regressions(claim.run(), piece(horizonsBack)))
                    .map(Regressions::fromBytes)
                    .orElseGet(() -> {
                        Regressions made = make.get();
                        Waiting.until(store.keepRegressions(
                                claim, piece(horizonsBack), made.toBytes(), work.now(Stage.REGRESSION)));
                        return made;
                    });
        }

        @Override
        public boolean isRaced(int page) {
            return Waiting.until(store.race(claim.run(), piece(page))).isPresent();
        }

        @Override
        public void raced(int page, Race race) {
            Waiting.until(store.keepRace(claim, piece(page), race, work.now(Stage.RACE)));
        }

        @Override
        public Race race(int page) {
            return Waiting.until(store.race(claim.run(), piece(page))).orElseThrow();
        }

        @Override
        public SpreadCheck spread(Supplier<SpreadCheck> make) {
            return Waiting.until(store.spread(claim.run(), calendar)).orElseGet(() -> {
                SpreadCheck made = make.get();
                Waiting.until(store.keepSpread(claim, calendar, made, work.now(Stage.SPREAD)));
                return made;
            });
        }

        @Override
        public boolean isFitted(int page) {
            boolean isFitted = Waiting.until(store.isFitted(claim.run(), piece(page)));
            if (isFitted) {
                Waiting.until(store.models(claim.run(), piece(page))).forEach(model -> archive.pass(model.model()));
            }
            return isFitted;
        }

        @Override
        public void fitted(int page, List<Fitting.TrainedSeries> trained) {
            Map<SeriesKey, Integer> ordinals = last.orElseThrow().ordinals();
            keeper.keep(
                    piece(page),
                    trained.stream()
                            .map(s -> new ModelFile(
                                    Objects.requireNonNull(ordinals.get(s.key())),
                                    s.key(),
                                    s.segment().toString(),
                                    s.choice().model(),
                                    s.choice().reason(),
                                    archive.toBytes(s.state(), s.buckets())))
                            .toList());
        }
    }
}
