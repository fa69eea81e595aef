package takt.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import takt.engine.backtest.Fold;
import takt.engine.backtest.Score;
import takt.engine.features.ProgrammeBook;
import takt.engine.model.Forecasters;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.training.Field;
import takt.engine.training.Fitting;
import takt.engine.training.Kept;
import takt.engine.training.OriginPass;
import takt.engine.training.Pages;
import takt.engine.training.Race;
import takt.engine.training.Recipe;
import takt.engine.training.SpreadCheck;
import takt.engine.training.TrainingTask;
import takt.engine.training.Verdict;
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
        InMemory memory = new InMemory();
        Recipe recipe = new Recipe(task, memory, memory, memory::report);
        memory.recipe = Optional.of(recipe);
        OriginPass pass = new OriginPass(task);
        pass.hear(series);
        Recipe.Selected selected = recipe.select(pass);
        recipe.fit(selected);
        return new Result(
                memory.trained,
                recipe.now().regressions(),
                overall(selected.selection()),
                selected.selection().series(),
                recipe.remarks(),
                selected.views().at(0).fold(series));
    }

    private static Map<String, Score> overall(Verdict.ChampionSelection selection) {
        Map<String, Score> all = new TreeMap<>();
        selection
                .accuracy()
                .forEach((segment, models) -> models.forEach((model, score) -> all.merge(model, score, Score::plus)));
        return all;
    }

    /** The models that ran, as they are at the origin. */
    public Field field(Result result) {
        return new Field(result.regressions(), task.candidates());
    }

    /** All series are one page, and what stages made is thrown away with the training. */
    private final class InMemory implements Pages, Kept {

        private final AtomicLong raced = new AtomicLong();
        private final AtomicLong fitted = new AtomicLong();
        private Optional<Recipe> recipe = Optional.empty();
        private Optional<Race> race = Optional.empty();
        private List<Fitting.TrainedSeries> trained = List.of();

        void report(Recipe.Stage stage, long n) {
            if (stage == Recipe.Stage.RACE) {
                long heats = (long) recipe.orElseThrow().origins() * series.size();
                progress.at("backtest", raced.addAndGet(n), heats);
            } else if (stage == Recipe.Stage.FIT) {
                progress.at("fit", fitted.addAndGet(n), series.size());
            }
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public int size() {
            return series.size();
        }

        @Override
        public List<DemandSeries> read(int page) {
            return series;
        }

        @Override
        public Regressions regressions(int horizonsBack, Supplier<Regressions> make) {
            progress.at("regressions over all parts", 0, 1);
            return make.get();
        }

        @Override
        public boolean isRaced(int page) {
            return race.isPresent();
        }

        @Override
        public void raced(int page, Race made) {
            race = Optional.of(made);
        }

        @Override
        public Race race(int page) {
            return race.orElseThrow();
        }

        @Override
        public SpreadCheck spread(Supplier<SpreadCheck> make) {
            return make.get();
        }

        @Override
        public boolean isFitted(int page) {
            return false;
        }

        @Override
        public void fitted(int page, List<Fitting.TrainedSeries> made) {
            trained = made;
        }
    }
}
