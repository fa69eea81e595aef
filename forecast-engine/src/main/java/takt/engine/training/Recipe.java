package takt.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import takt.engine.backtest.Fold;
import takt.engine.backtest.OriginView;
import takt.engine.backtest.Score;
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

    /** Hears that series are through a stage; called from many threads. */
    @FunctionalInterface
    public interface Listener {
        void did(Stage stage, long series);
    }

    /**
     * What the races came to.
     *
     * @param older scores by model, by how many horizons the origin lies back; the newest origin is the selection's
     */
    public record Selected(
            OriginPass.OriginViews views,
            Verdict.ChampionSelection selection,
            Map<Integer, Map<String, Score>> older) {}

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

    /** @param pass has heard every page once */
    public Selected select(OriginPass pass) {
        OriginPass.Pooling pooling = pass.pooling();
        each(page -> {
            pooling.hear(page);
            listener.did(Stage.POOL, page.size());
        });
        OriginPass.OriginViews views = pooling.views();
        views.raced().forEach(back -> fields.put(back, field(back, views.at(back))));
        race(views);
        Verdict verdict = new Verdict(task.candidates());
        Map<Integer, Map<String, Score>> older = new TreeMap<>();
        eachRace(race -> {
            verdict.hear(race);
            race.older()
                    .forEach((back, tally) -> tally.forEach((segment, models) -> models.forEach((model, duel) ->
                            older.computeIfAbsent(back, b -> new TreeMap<>()).merge(model, duel.own(), Score::plus))));
        });
        Verdict.ChampionSelection selection = verdict.selection();
        eachRace(selection::hear);
        return new Selected(views, selection, older);
    }

    /** Fits every series with its champion, and with the spread that was held out. */
    public SpreadCheck fit(Selected selected) {
        Champions champions = selected.selection().champions();
        SpreadCheck check = spread(selected.views().at(1), champions);
        OriginView now = selected.views().at(0);
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

    private Field field(int back, OriginView view) {
        if (task.regressions().isEmpty()) {
            return new Field(Regressions.NONE, task.candidates());
        }
        Regressions regressions = kept.regressions(back, () -> {
            RegressionTrainer trainer =
                    new RegressionTrainer(task.identity(), task.horizon(), view.series(), task.regressions());
            each(page -> trainer.hear(view.fold(page).contexts()));
            return trainer.train();
        });
        regressions.missing(task.regressions(), view.origin()).ifPresent(remarks::add);
        listener.did(Stage.REGRESSION, view.series());
        return new Field(regressions, task.candidates());
    }

    private void race(OriginPass.OriginViews views) {
        for (int n = 0; n < pages.count(); n++) {
            if (kept.isRaced(n)) {
                listener.did(Stage.RACE, (long) pages.size() * fields.size());
            } else {
                kept.raced(n, Race.run(pages.read(n), views, fields, () -> listener.did(Stage.RACE, 1)));
            }
        }
    }

    private SpreadCheck spread(OriginView newest, Champions champions) {
        Field then = Objects.requireNonNull(fields.get(1));
        SpreadCheck check = kept.spread(() -> {
            SpreadCalibration.Spreads spreads = new SpreadCalibration.Spreads(then, champions);
            each(page -> spreads.hear(fold(newest, page)));
            SpreadCalibration.Sums sums = spreads.sums(task.identity().seed());
            each(page -> sums.hear(fold(newest, page)));
            return new SpreadCheck(sums.calibrations(), sums.firstStep());
        });
        listener.did(Stage.SPREAD, newest.series());
        return check;
    }

    private Fold fold(OriginView view, List<DemandSeries> page) {
        listener.did(Stage.SPREAD, 0); // whoever listens may end the work here
        return view.fold(page);
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
