package takt.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import takt.engine.backtest.Fold;
import takt.engine.backtest.Score;
import takt.engine.features.ProgrammeBook;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.GlobalRegression;
import takt.engine.model.PoolStatistics;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Champions;
import takt.engine.selection.Choice;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.engine.tribuo.RegressionModel;
import takt.engine.tribuo.RegressionTrainer;
import takt.engine.tribuo.SeriesTrainer;
import takt.engine.tribuo.TrainingIdentity;

/**
 * Trains all series of one calendar. Two rolling origins, one and two horizons before the last bucket, decide
 * which forecaster a series gets; the accuracy that is reported held the newest horizon out of that decision
 * too. The same input and seed give the same models on any number of threads.
 */
public final class Training {

    /** Hears how far the work is. Called from many threads. */
    @FunctionalInterface
    public interface Progress {
        void at(String step, long done, long total);
    }

    /** A series with its model. */
    public record TrainedSeries(SeriesKey key, Choice choice, byte[] model) {}

    /**
     * What came out.
     *
     * @param accuracy score per model on the newest held-out horizon; {@code selected} is what would have been
     *     published then
     */
    public record Result(
            List<TrainedSeries> series,
            Optional<byte[]> regression,
            Map<String, Score> accuracy,
            int measuredSeries,
            List<String> remarks) {}

    public static final String SELECTED = "selected";

    private final List<DemandSeries> series;
    private final Optional<ProgrammeBook> programme;
    private final LocalDate origin;
    private final int horizon;
    private final TrainingIdentity identity;
    private final Progress progress;
    private final List<String> remarks = new ArrayList<>();

    /** All series must share the calendar of {@code origin}, the first day of the last known bucket. */
    public Training(
            List<DemandSeries> series,
            Optional<ProgrammeBook> programme,
            LocalDate origin,
            int horizon,
            TrainingIdentity identity,
            Progress progress) {
        this.series =
                series.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
        this.programme = programme;
        this.origin = origin;
        this.horizon = horizon;
        this.identity = identity;
        this.progress = progress;
    }

    public Result run() {
        Champions champions = new Champions(Forecasters.candidates());
        Map<String, Score> accuracy = new TreeMap<>();
        Fold older = fold(2);
        Fold newer = fold(1);
        champions.learn(older, race(older, "backtest, older origin"));
        List<Map<String, Score>> scores = race(newer, "backtest, newer origin");
        for (int i = 0; i < scores.size(); i++) {
            measure(newer.contexts().get(i), scores.get(i), champions, accuracy);
        }
        champions.learn(newer, scores);
        Fold now = fold(0);
        Optional<RegressionModel> regression = regression(now);
        return new Result(
                fit(now, regression, champions),
                regression.map(RegressionModel::toBytes),
                accuracy,
                scores.size(),
                List.copyOf(remarks));
    }

    private Fold fold(int horizonsBack) {
        LocalDate at = series.get(0).calendar().plus(origin, -horizon * horizonsBack);
        return Fold.at(at, horizon, series, programme);
    }

    private List<Map<String, Score>> race(Fold fold, String step) {
        List<Forecaster> all = new ArrayList<>(Forecasters.comparators());
        all.addAll(forecasters(fold, regression(fold)));
        AtomicLong done = new AtomicLong();
        return fold.race(
                all,
                () -> progress.at(step, done.incrementAndGet(), fold.contexts().size()));
    }

    private Optional<RegressionModel> regression(Fold fold) {
        progress.at("regression over all parts", 0, 1);
        Optional<RegressionModel> model = new RegressionTrainer(identity).train(fold.contexts(), horizon);
        if (model.isEmpty()) {
            remarks.add(
                    "No regression over all parts at origin %s: too few rows, or XGBoost's native library cannot load on this machine."
                            .formatted(fold.origin()));
        }
        return model;
    }

    private List<Forecaster> forecasters(Fold fold, Optional<RegressionModel> regression) {
        List<Forecaster> all = new ArrayList<>(Forecasters.local());
        regression
                .map(r -> new GlobalRegression(r.means(fold.contexts(), horizon)))
                .ifPresent(all::add);
        return all;
    }

    private static void measure(
            SeriesContext context, Map<String, Score> scores, Champions champions, Map<String, Score> accuracy) {
        scores.forEach((model, score) -> accuracy.merge(model, score, Score::plus));
        String chosen = champions.choose(context, scores.keySet()).model();
        accuracy.merge(SELECTED, scores.get(chosen), Score::plus);
    }

    private List<TrainedSeries> fit(Fold now, Optional<RegressionModel> regression, Champions champions) {
        List<Forecaster> all = forecasters(now, regression);
        Map<String, SeriesTrainer> trainers =
                all.stream().collect(Collectors.toMap(Forecaster::name, f -> new SeriesTrainer(f, identity)));
        PoolStatistics pool = PoolStatistics.of(now.contexts());
        AtomicLong done = new AtomicLong();
        return IntStream.range(0, now.contexts().size())
                .parallel()
                .mapToObj(i -> {
                    TrainedSeries trained = fit(now.contexts().get(i), all, pool, champions, trainers);
                    progress.at("fit", done.incrementAndGet(), now.contexts().size());
                    return trained;
                })
                .toList();
    }

    private TrainedSeries fit(
            SeriesContext context,
            List<Forecaster> all,
            PoolStatistics pool,
            Champions champions,
            Map<String, SeriesTrainer> trainers) {
        Set<String> usable = all.stream()
                .filter(f -> f.accepts(context))
                .map(Forecaster::name)
                .collect(Collectors.toSet());
        Choice choice = champions.choose(context, usable);
        Forecaster chosen = all.stream()
                .filter(f -> f.name().equals(choice.model()))
                .findFirst()
                .orElseThrow();
        SeriesTrainer trainer = Objects.requireNonNull(trainers.get(choice.model()));
        int buckets = context.history().values().length;
        byte[] model =
                trainer.wrap(chosen.learn(context, pool), buckets, identity).toBytes();
        return new TrainedSeries(context.history().key(), choice, model);
    }
}
