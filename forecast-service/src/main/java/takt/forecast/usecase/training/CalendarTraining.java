package takt.forecast.usecase.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import takt.engine.backtest.Fold;
import takt.engine.backtest.Score;
import takt.engine.backtest.Vantage;
import takt.engine.selection.Champions;
import takt.engine.selection.Segment;
import takt.engine.training.Field;
import takt.engine.training.Fitting;
import takt.engine.training.Groundwork;
import takt.engine.training.Honesty;
import takt.engine.training.Race;
import takt.engine.training.TrainingTask;
import takt.engine.training.Verdict;
import takt.engine.tribuo.RegressionTrainer;
import takt.engine.tribuo.Regressions;
import takt.engine.tribuo.SeriesArchive;
import takt.forecast.snapshot.Shard;
import takt.forecast.training.AccuracyFigure;
import takt.forecast.training.FirstStep;
import takt.forecast.training.ModelFile;
import takt.forecast.training.RunKind;
import takt.forecast.training.SpreadCheck;
import takt.forecast.usecase.training.RunWork.Stage;
import takt.forecast.usecase.training.port.Claim;
import takt.forecast.usecase.training.port.ShardStore;
import takt.forecast.usecase.training.port.ShardStore.Piece;
import takt.kernel.BucketCalendar;

/**
 * Trains one calendar of a run, stage after stage and shard after shard. What a stage finished is kept at once and not
 * done again; no more than a shard of series is in memory.
 */
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
        Groundwork.Vantages vantages = vantages(groundwork);
        Map<Integer, Field> fields = new TreeMap<>();
        vantages.raced().forEach(back -> fields.put(back, field(back, vantages.at(back))));
        race(vantages, fields);
        Verdict.Judging judging = judge(vantages, kind);
        report(judging, vantages.at(1));
        if (kind != RunKind.BACKTEST) {
            Champions champions = judging.champions();
            Field then = Objects.requireNonNull(fields.get(1));
            fit(vantages.at(0), champions, spread(vantages.at(1), then, champions), keeper);
        }
    }

    private Groundwork.Vantages vantages(Groundwork groundwork) {
        Groundwork.Pooling pooling = groundwork.pooling();
        each(shard -> {
            pooling.hear(shard.demand());
            work.did(Stage.POOL, shard.series().size());
        });
        return pooling.vantages();
    }

    private Field field(int back, Vantage vantage) {
        if (task.regressions().isEmpty()) {
            return new Field(Regressions.NONE, task.candidates());
        }
        Piece piece = new Piece(calendar, back);
        Regressions regressions = Waiting.until(store.regressions(claim.run(), piece))
                .map(Regressions::fromBytes)
                .orElseGet(() -> regressions(piece, vantage));
        regressions.missing(task.regressions(), vantage.origin()).ifPresent(remarks::add);
        work.did(Stage.REGRESSION, vantage.series());
        return new Field(regressions, task.candidates());
    }

    private Regressions regressions(Piece piece, Vantage vantage) {
        RegressionTrainer trainer =
                new RegressionTrainer(task.identity(), task.horizon(), vantage.series(), task.regressions());
        each(shard -> trainer.hear(vantage.fold(shard.demand()).contexts()));
        Regressions trained = trainer.train();
        Waiting.until(store.keepRegressions(claim, piece, trained.toBytes(), work.now(Stage.REGRESSION)));
        return trained;
    }

    private void race(Groundwork.Vantages vantages, Map<Integer, Field> fields) {
        for (int n = 0; n < shards.count(); n++) {
            Piece piece = new Piece(calendar, n);
            if (Waiting.until(store.race(claim.run(), piece)).isPresent()) {
                work.did(Stage.RACE, (long) Shard.SIZE * fields.size());
                continue;
            }
            Race race = Race.run(shards.read(n).demand(), vantages, fields, () -> work.did(Stage.RACE, 1));
            Waiting.until(store.keepRace(claim, piece, race, work.now(Stage.RACE)));
        }
    }

    private Verdict.Judging judge(Groundwork.Vantages vantages, RunKind kind) {
        Verdict verdict = new Verdict(task.candidates());
        Map<Integer, Map<String, Score>> older = new TreeMap<>();
        eachRace(race -> {
            verdict.hear(race);
            race.older()
                    .forEach((back, tally) -> tally.forEach((segment, models) -> models.forEach((model, duel) ->
                            older.computeIfAbsent(back, b -> new TreeMap<>()).merge(model, duel.own(), Score::plus))));
        });
        if (kind == RunKind.BACKTEST) {
            older.forEach((back, models) -> models.forEach((model, score) -> accuracy.add(AccuracyFigure.of(
                    calendar,
                    vantages.at(back).origin().toString(),
                    "",
                    model,
                    score,
                    vantages.at(back).series()))));
        }
        Verdict.Judging judging = verdict.judging();
        eachRace(judging::hear);
        return judging;
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

    private Map<Segment, Honesty> spread(Vantage newest, Field field, Champions champions) {
        SpreadCheck check = Waiting.until(store.spread(claim.run(), calendar)).orElseGet(() -> {
            Honesty.Spreads spreads = new Honesty.Spreads(field, champions);
            each(shard -> spreads.hear(fold(newest, shard)));
            Honesty.Sums sums = spreads.sums(task.identity().seed());
            each(shard -> sums.hear(fold(newest, shard)));
            SpreadCheck learnt = new SpreadCheck(sums.honesty(), sums.firstStep());
            Waiting.until(store.keepSpread(claim, calendar, learnt, work.now(Stage.SPREAD)));
            return learnt;
        });
        work.did(Stage.SPREAD, newest.series());
        firstStep = Optional.of(new FirstStep(calendar, check.firstStep()));
        return check.bySegment();
    }

    private Fold fold(Vantage vantage, Shard shard) {
        work.did(Stage.SPREAD, 0);
        return vantage.fold(shard.demand());
    }

    private void fit(Vantage now, Champions champions, Map<Segment, Honesty> honesty, Keeper keeper) {
        Fitting fitting = new Fitting(field(0, now), champions, honesty);
        SeriesArchive archive = new SeriesArchive(task.identity());
        for (int n = 0; n < shards.count(); n++) {
            Piece piece = new Piece(calendar, n);
            if (Waiting.until(store.isFitted(claim.run(), piece))) {
                work.did(Stage.FIT, Shard.SIZE);
                continue;
            }
            Shard shard = shards.read(n);
            Map<takt.engine.series.SeriesKey, Integer> ordinals = shard.ordinals();
            List<ModelFile> files = fitting.fit(now.fold(shard.demand()), () -> work.did(Stage.FIT, 1)).stream()
                    .map(s -> new ModelFile(
                            Objects.requireNonNull(ordinals.get(s.key())),
                            s.key(),
                            s.segment().toString(),
                            s.choice().model(),
                            s.choice().reason(),
                            archive.toBytes(s.state(), s.buckets())))
                    .toList();
            keeper.keep(piece, files);
        }
    }

    private void each(java.util.function.Consumer<Shard> what) {
        for (int n = 0; n < shards.count(); n++) {
            what.accept(shards.read(n));
        }
    }

    private void eachRace(java.util.function.Consumer<Race> what) {
        for (int n = 0; n < shards.count(); n++) {
            what.accept(Waiting.until(store.race(claim.run(), new Piece(calendar, n)))
                    .orElseThrow());
        }
    }
}
