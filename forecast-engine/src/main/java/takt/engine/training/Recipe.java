package takt.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import takt.engine.backtest.Fold;
import takt.engine.backtest.Score;
import takt.engine.backtest.Vantage;
import takt.engine.selection.Champions;
import takt.engine.series.DemandSeries;
import takt.engine.tribuo.RegressionTrainer;
import takt.engine.tribuo.Regressions;

/**
 * How one calendar is trained, stage after stage and page after page, wherever its series lie and whatever its stages made is
 * kept: the command line and the service train by this and nothing else. No more than a page of series is in memory. The same
 * series and seed give the same models on any number of threads.
 */
public final class Recipe {

    /** What a series goes through, in this order. */
    public enum Stage {
        POOL,
        REGRESSION,
        RACE,
        SPREAD,
        FIT
    }

    /** The series of one calendar, page by page; each pass reads them again. */
    public interface Pages {

        int count();

        /** Series of a page, at most. */
        int size();

        List<DemandSeries> read(int page);
    }

    /** Keeps what a stage made, so that it is not made again. */
    public interface Kept {

        /** The regressions at an origin, made where they are not there yet. */
        Regressions regressions(int horizonsBack, Supplier<Regressions> make);

        boolean isRaced(int page);

        void raced(int page, Race race);

        /** Of a page that was raced. */
        Race race(int page);

        SpreadCheck spread(Supplier<SpreadCheck> make);

        boolean isFitted(int page);

        void fitted(int page, List<Fitting.TrainedSeries> trained);
    }

    /** Hears that series are through a stage; called from many threads. */
    @FunctionalInterface
    public interface Listener {
        void did(Stage stage, long series);
    }

    /**
     * What the races came to.
     *
     * @param older scores by model, by how many horizons the origin lies back; the newest origin is the judging's
     */
    public record Judged(
            Groundwork.Vantages vantages, Verdict.Judging judging, Map<Integer, Map<String, Score>> older) {}

    private final TrainingTask task;
    private final Pages pages;
    private final Kept kept;
    private final Listener listener;
    private final Map<Integer, Field> fields = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    public Recipe(TrainingTask task, Pages pages, Kept kept, Listener listener) {
        this.task = task;
        this.pages = pages;
        this.kept = kept;
        this.listener = listener;
    }

    /** What the reader of its findings must know, one sentence each. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Origins that are raced, once the pages were pooled. */
    public int origins() {
        return fields.size();
    }

    /** @param groundwork has heard every page once */
    public Judged judge(Groundwork groundwork) {
        Groundwork.Pooling pooling = groundwork.pooling();
        each(page -> {
            pooling.hear(page);
            listener.did(Stage.POOL, page.size());
        });
        Groundwork.Vantages vantages = pooling.vantages();
        vantages.raced().forEach(back -> fields.put(back, field(back, vantages.at(back))));
        race(vantages);
        Verdict verdict = new Verdict(task.candidates());
        Map<Integer, Map<String, Score>> older = new TreeMap<>();
        eachRace(race -> {
            verdict.hear(race);
            race.older()
                    .forEach((back, tally) -> tally.forEach((segment, models) -> models.forEach((model, duel) ->
                            older.computeIfAbsent(back, b -> new TreeMap<>()).merge(model, duel.own(), Score::plus))));
        });
        Verdict.Judging judging = verdict.judging();
        eachRace(judging::hear);
        return new Judged(vantages, judging, older);
    }

    /** Fits every series with its champion, and with the spread that was held out. */
    public SpreadCheck fit(Judged judged) {
        Champions champions = judged.judging().champions();
        SpreadCheck check = spread(judged.vantages().at(1), champions);
        Vantage now = judged.vantages().at(0);
        Fitting fitting =
                new Fitting(fields.computeIfAbsent(0, back -> field(back, now)), champions, check.bySegment());
        for (int n = 0; n < pages.count(); n++) {
            if (kept.isFitted(n)) {
                listener.did(Stage.FIT, pages.size());
            } else {
                kept.fitted(n, fitting.fit(now.fold(pages.read(n)), () -> listener.did(Stage.FIT, 1)));
            }
        }
        return check;
    }

    /** The models as they are now; after {@link #fit}. */
    public Field now() {
        return Objects.requireNonNull(fields.get(0));
    }

    private Field field(int back, Vantage vantage) {
        if (task.regressions().isEmpty()) {
            return new Field(Regressions.NONE, task.candidates());
        }
        Regressions regressions = kept.regressions(back, () -> {
            RegressionTrainer trainer =
                    new RegressionTrainer(task.identity(), task.horizon(), vantage.series(), task.regressions());
            each(page -> trainer.hear(vantage.fold(page).contexts()));
            return trainer.train();
        });
        regressions.missing(task.regressions(), vantage.origin()).ifPresent(remarks::add);
        listener.did(Stage.REGRESSION, vantage.series());
        return new Field(regressions, task.candidates());
    }

    private void race(Groundwork.Vantages vantages) {
        for (int n = 0; n < pages.count(); n++) {
            if (kept.isRaced(n)) {
                listener.did(Stage.RACE, (long) pages.size() * fields.size());
            } else {
                kept.raced(n, Race.run(pages.read(n), vantages, fields, () -> listener.did(Stage.RACE, 1)));
            }
        }
    }

    private SpreadCheck spread(Vantage newest, Champions champions) {
        Field then = Objects.requireNonNull(fields.get(1));
        SpreadCheck check = kept.spread(() -> {
            Honesty.Spreads spreads = new Honesty.Spreads(then, champions);
            each(page -> spreads.hear(fold(newest, page)));
            Honesty.Sums sums = spreads.sums(task.identity().seed());
            each(page -> sums.hear(fold(newest, page)));
            return new SpreadCheck(sums.honesty(), sums.firstStep());
        });
        listener.did(Stage.SPREAD, newest.series());
        return check;
    }

    private Fold fold(Vantage vantage, List<DemandSeries> page) {
        listener.did(Stage.SPREAD, 0); // whoever listens may end the work here
        return vantage.fold(page);
    }

    private void each(Consumer<List<DemandSeries>> what) {
        for (int n = 0; n < pages.count(); n++) {
            what.accept(pages.read(n));
        }
    }

    private void eachRace(Consumer<Race> what) {
        for (int n = 0; n < pages.count(); n++) {
            what.accept(kept.race(n));
        }
    }
}
