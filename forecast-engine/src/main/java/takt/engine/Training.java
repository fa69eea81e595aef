package takt.engine;

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
import takt.engine.backtest.Calibration;
import takt.engine.backtest.Dependence;
import takt.engine.backtest.Fold;
import takt.engine.backtest.Score;
import takt.engine.features.ProgrammeBook;
import takt.engine.model.FittedState;
import takt.engine.model.Forecaster;
import takt.engine.model.Forecasters;
import takt.engine.model.GlobalRegression;
import takt.engine.model.PoolStatistics;
import takt.engine.model.Prediction;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Champions;
import takt.engine.selection.Choice;
import takt.engine.selection.Segment;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;
import takt.engine.series.SeriesKey;
import takt.engine.tribuo.RegressionModel;
import takt.engine.tribuo.RegressionTrainer;
import takt.engine.tribuo.TrainingIdentity;

/**
 * Trains all series of one calendar. Up to three rolling origins, a horizon apart and the newest one before the last bucket, decide
 * which forecaster a series gets; the accuracy that is reported held the newest horizon out of that decision
 * too. The same input and seed give the same models on any number of threads.
 */
public final class Training {

    /** Hears how far the work is. Called from many threads. */
    @FunctionalInterface
    public interface Progress {
        void at(String step, long done, long total);
    }

    /** A series, the forecaster it got and why, and what that learnt. */
    public record TrainedSeries(SeriesKey key, Choice choice, FittedState state) {}

    /**
     * What came out.
     *
     * @param accuracy score per model on the newest held-out horizon; {@code selected} is what would have been
     *     published then
     */
    public record Result(
            List<TrainedSeries> series,
            Optional<RegressionModel> regression,
            Map<String, Score> accuracy,
            int measuredSeries,
            List<String> remarks) {}

    public static final String SELECTED = "selected";

    private static final int FOLDS = 3;

    private final List<DemandSeries> series;
    private final Optional<ProgrammeBook> programme;
    private final Origin origin;
    private final int horizon;
    private final TrainingIdentity identity;
    private final Set<String> candidates;
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
        this.programme = programme;
        this.origin = origin;
        this.horizon = horizon;
        this.identity = identity;
        this.candidates = candidates;
        this.progress = progress;
    }

    public Result run() {
        Champions champions = new Champions(candidates);
        for (int back = FOLDS; back > 1; back--) {
            Fold older = fold(back);
            if (!older.isOldEnough()) {
                continue;
            }
            champions.learn(older, race(older, regression(older), "backtest, older origin"));
        }
        Fold newer = fold(1);
        Optional<RegressionModel> then = regression(newer);
        List<Map<String, Score>> scores = race(newer, then, "backtest, newer origin");
        Map<String, Score> accuracy = accuracy(newer, scores, champions);
        champions.learn(newer, scores);
        Map<Segment, Honesty> honesty = honesty(newer, then, champions);
        Fold now = fold(0);
        Optional<RegressionModel> regression = regression(now);
        return new Result(
                fit(now, regression, champions, honesty), regression, accuracy, scores.size(), List.copyOf(remarks));
    }

    /** The series cut some horizons before the origin. */
    public Fold fold(int horizonsBack) {
        return Fold.at(origin.earlier(series.get(0), horizon * horizonsBack), horizon, series, programme);
    }

    /** The models that may be chosen and those that are shown beside them, as they are at a fold's origin. */
    public List<Forecaster> racers(Fold fold, Optional<RegressionModel> regression) {
        List<Forecaster> all = new ArrayList<>(Forecasters.comparators());
        all.addAll(forecasters(fold, regression));
        return all;
    }

    private List<Map<String, Score>> race(Fold fold, Optional<RegressionModel> regression, String step) {
        AtomicLong done = new AtomicLong();
        return fold.race(
                racers(fold, regression),
                () -> progress.at(step, done.incrementAndGet(), fold.contexts().size()));
    }

    /** The regression over all parts at a fold's origin; nothing when no candidate needs it. */
    public Optional<RegressionModel> regression(Fold fold) {
        if (candidates.stream().noneMatch(Forecasters::needsRegression)) {
            return Optional.empty();
        }
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
        List<Forecaster> all = regression
                .map(r -> Forecasters.with(new GlobalRegression(r.means(fold.contexts(), horizon))))
                .orElseGet(Forecasters::locals);
        return all.stream().filter(f -> candidates.contains(f.name())).toList();
    }

    private static Map<String, Score> accuracy(Fold fold, List<Map<String, Score>> scores, Champions champions) {
        Map<String, Score> accuracy = new TreeMap<>();
        for (int i = 0; i < scores.size(); i++) {
            Map<String, Score> own = scores.get(i);
            own.forEach((model, score) -> accuracy.merge(model, score, Score::plus));
            String chosen = champions
                    .choose(fold.contexts().get(i), choosable(own.keySet()))
                    .model();
            accuracy.merge(SELECTED, Objects.requireNonNull(own.get(chosen)), Score::plus);
        }
        return accuracy;
    }

    private static Set<String> choosable(Set<String> names) {
        return names.stream()
                .filter(n -> Forecasters.comparators().stream()
                        .noneMatch(c -> c.name().equals(n)))
                .collect(Collectors.toSet());
    }

    /** What a segment's champion should have known of its own spread. */
    private record Honesty(Calibration calibration, Dependence dependence) {

        FittedState in(FittedState state) {
            return state.with(Forecasting.STRETCH, calibration.factors())
                    .with(Forecasting.COMMON, dependence.correlation());
        }
    }

    /** Holds the champions' forecasts at a fold against what came, by segment. */
    private Map<Segment, Honesty> honesty(Fold fold, Optional<RegressionModel> regression, Champions champions) {
        List<Forecaster> all = forecasters(fold, regression);
        PoolStatistics pool = PoolStatistics.of(fold.contexts());
        List<Prediction[]> paths = IntStream.range(0, fold.contexts().size())
                .parallel()
                .mapToObj(i -> {
                    SeriesContext context = fold.contexts().get(i);
                    Forecaster chosen = chosen(context, all, champions).forecaster();
                    return chosen.forecast(chosen.learn(context, pool), context, horizon);
                })
                .toList();
        int season = series.get(0).season();
        Map<Segment, Calibration> calibrations = new TreeMap<>();
        for (int i = 0; i < paths.size(); i++) {
            calibrations
                    .computeIfAbsent(Segment.of(fold.contexts().get(i)), s -> new Calibration())
                    .learn(paths.get(i), fold.actuals(i), season);
        }
        Map<Segment, double[]> factors = new TreeMap<>();
        calibrations.forEach((segment, learnt) -> factors.put(segment, learnt.factors()));
        List<Dependence> each = IntStream.range(0, paths.size())
                .parallel()
                .mapToObj(i -> {
                    double[] stretch = Objects.requireNonNull(
                            factors.get(Segment.of(fold.contexts().get(i))));
                    Dependence one = new Dependence();
                    one.learn(
                            Forecasting.stretched(paths.get(i), stretch, season),
                            fold.actuals(i),
                            Math.max(2, season / 4),
                            identity.seed());
                    return one;
                })
                .toList();
        Map<Segment, Honesty> bySegment = new TreeMap<>();
        for (int i = 0; i < each.size(); i++) {
            Segment segment = Segment.of(fold.contexts().get(i));
            bySegment
                    .computeIfAbsent(
                            segment, s -> new Honesty(Objects.requireNonNull(calibrations.get(s)), new Dependence()))
                    .dependence()
                    .add(each.get(i));
        }
        return bySegment;
    }

    private List<TrainedSeries> fit(
            Fold now, Optional<RegressionModel> regression, Champions champions, Map<Segment, Honesty> honesty) {
        List<Forecaster> all = forecasters(now, regression);
        PoolStatistics pool = PoolStatistics.of(now.contexts());
        Honesty nothing = new Honesty(new Calibration(), new Dependence());
        AtomicLong done = new AtomicLong();
        return IntStream.range(0, now.contexts().size())
                .parallel()
                .mapToObj(i -> {
                    SeriesContext context = now.contexts().get(i);
                    Chosen chosen = chosen(context, all, champions);
                    FittedState state = honesty.getOrDefault(Segment.of(context), nothing)
                            .in(chosen.forecaster().learn(context, pool));
                    progress.at("fit", done.incrementAndGet(), now.contexts().size());
                    return new TrainedSeries(context.history().key(), chosen.choice(), state);
                })
                .toList();
    }

    private record Chosen(Forecaster forecaster, Choice choice) {}

    private static Chosen chosen(SeriesContext context, List<Forecaster> all, Champions champions) {
        Set<String> usable = all.stream()
                .filter(f -> f.accepts(context))
                .map(Forecaster::name)
                .collect(Collectors.toSet());
        Choice choice = champions.choose(context, usable);
        return new Chosen(
                all.stream()
                        .filter(f -> f.name().equals(choice.model()))
                        .findFirst()
                        .orElseThrow(),
                choice);
    }
}
