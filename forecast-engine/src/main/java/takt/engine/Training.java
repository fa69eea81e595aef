package takt.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import takt.engine.backtest.Fold;
import takt.engine.backtest.Score;
import takt.engine.backtest.Vantage;
import takt.engine.features.ProgrammeBook;
import takt.engine.model.Forecasters;
import takt.engine.selection.Champions;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.training.Field;
import takt.engine.training.Fitting;
import takt.engine.training.Groundwork;
import takt.engine.training.Honesty;
import takt.engine.training.Race;
import takt.engine.training.TrainingTask;
import takt.engine.training.Verdict;
import takt.engine.tribuo.RegressionTrainer;
import takt.engine.tribuo.Regressions;
import takt.engine.tribuo.TrainingIdentity;

/**
 * Trains all series of one calendar that are in memory, stage after stage. Up to three rolling origins, a horizon
 * apart and the newest one before the last bucket, decide which forecaster a series gets; the accuracy that is
 * reported held the newest horizon out of that decision too. The same input and seed give the same models on any
 * number of threads.
 */
public final class Training {

    /** Hears how far the work is. Called from many threads. */
    @FunctionalInterface
    public interface Progress {
        void at(String step, long done, long total);
    }

    /**
     * What came out.
     *
     * @param accuracy score per model on the newest held-out horizon; {@link Verdict#SELECTED} is what would have
     *     been published then
     * @param now all series cut at the origin
     */
    public record Result(
            List<Fitting.TrainedSeries> series,
            Regressions regressions,
            Map<String, Score> accuracy,
            int measuredSeries,
            List<String> remarks,
            Fold now) {}

    private final List<DemandSeries> series;
    private final TrainingTask task;
    private final Progress progress;
    private final List<String> remarks = new ArrayList<>();

    /** Trains with every model there is. */
    public Training(
            List<DemandSeries> series,
            Optional<ProgrammeBook> programme,
            Origin origin,
            int horizon,
            TrainingIdentity identity,
            Progress progress) {
        this(series, programme, origin, horizon, identity, Forecasters.candidates(), progress);
    }

    /**
     * All series must share one calendar.
     *
     * @param candidates names of the models that may be chosen
     */
    public Training(
            List<DemandSeries> series,
            Optional<ProgrammeBook> programme,
            Origin origin,
            int horizon,
            TrainingIdentity identity,
            Set<String> candidates,
            Progress progress) {
        this.series =
                series.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
        this.task = new TrainingTask(programme, origin, horizon, identity, candidates);
        this.progress = progress;
    }

    public Result run() {
        Groundwork groundwork = new Groundwork(task);
        groundwork.hear(series);
        Groundwork.Pooling pooling = groundwork.pooling();
        pooling.hear(series);
        Groundwork.Vantages vantages = pooling.vantages();
        Map<Integer, Field> fields = new TreeMap<>();
        vantages.raced().forEach(back -> fields.put(back, field(vantages.at(back))));
        AtomicLong done = new AtomicLong();
        long heats = (long) vantages.raced().size() * series.size();
        Race race = Race.run(series, vantages, fields, () -> progress.at("backtest", done.incrementAndGet(), heats));
        Verdict verdict = new Verdict(task.candidates());
        verdict.hear(race);
        Verdict.Judging judging = verdict.judging();
        judging.hear(race);
        Champions champions = judging.champions();
        Field then = java.util.Objects.requireNonNull(fields.get(1));
        Fold newest = vantages.at(1).fold(series);
        Honesty.Spreads spreads = new Honesty.Spreads(then, champions);
        spreads.hear(newest);
        Honesty.Sums sums = spreads.sums(task.identity().seed());
        sums.hear(newest);
        Field field = field(vantages.at(0));
        Fold now = vantages.at(0).fold(series);
        AtomicLong fitted = new AtomicLong();
        List<Fitting.TrainedSeries> trained = new Fitting(field, champions, sums.honesty())
                .fit(now, () -> progress.at("fit", fitted.incrementAndGet(), series.size()));
        return new Result(trained, field.regressions(), overall(judging), judging.series(), List.copyOf(remarks), now);
    }

    private static Map<String, Score> overall(Verdict.Judging judging) {
        Map<String, Score> all = new TreeMap<>();
        judging.accuracy()
                .forEach((segment, models) -> models.forEach((model, score) -> all.merge(model, score, Score::plus)));
        return all;
    }

    private Field field(Vantage vantage) {
        if (task.regressions().isEmpty()) {
            return new Field(Regressions.NONE, task.candidates());
        }
        progress.at("regressions over all parts", 0, 1);
        RegressionTrainer trainer =
                new RegressionTrainer(task.identity(), task.horizon(), vantage.series(), task.regressions());
        trainer.hear(vantage.fold(series).contexts());
        Regressions trained = trainer.train();
        trained.missing(task.regressions(), vantage.origin()).ifPresent(remarks::add);
        return new Field(trained, task.candidates());
    }

    /** The models that ran, as they are at the origin. */
    public Field field(Result result) {
        return new Field(result.regressions(), task.candidates());
    }
}
