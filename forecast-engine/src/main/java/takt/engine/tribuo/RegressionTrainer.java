package takt.engine.tribuo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;
import takt.engine.features.RegressionFeatures;
import takt.engine.model.Regression;
import takt.engine.model.ScheduleSignals;
import takt.engine.model.SeriesContext;
import takt.engine.selection.Segment;

/**
 * Trains the regressions over all series of a calendar (through Tribuo). Each row is a series cut at a past origin and
 * asked for a step that is known by now.
 */
public final class RegressionTrainer {

    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");
    private static final int MAX_ROWS = 60_000;
    private static final int LEAST_ROWS = 500;
    private static final int DRAWS_PER_BUCKET = 3;
    private static final int BOOSTED_TREES = 120;
    private static final int FOREST_TREES = 60;
    private static final int LINEAR_STRIDE = 4; // thirty coefficients need no more
    private static final double LEAST_LINEAR = 0.25; // where a single piece is no large multiple of the scale
    private static final double NEARLY_ALL = 0.8; // such a segment's own model would be that of all parts
    private static final int SHORTEST = 6;

    static {
        TRIBUO.setLevel(Level.WARNING); // one line per fit would drown the log
    }

    private final TrainingIdentity identity;
    private final int horizon;
    private final int perSeries;
    private final Set<Regression> kinds;
    private final SplittableRandom random;
    private final MutableDataset<Regressor> rows;
    private final MutableDataset<Regressor> linearRows;
    private final MutableDataset<Regressor> ratioRows;
    private final Map<Segment, MutableDataset<Regressor>> bySegment = new TreeMap<>();

    /**
     * @param series how many series will be heard; about {@link #MAX_ROWS} rows come from all of them alike
     * @param kinds what to train
     */
    public RegressionTrainer(TrainingIdentity identity, int horizon, int series, Set<Regression> kinds) {
        this.identity = identity;
        this.horizon = horizon;
        this.perSeries = Math.max(1, MAX_ROWS / Math.max(1, series));
        this.kinds = kinds;
        this.random = new SplittableRandom(identity.seed());
        this.rows = dataset();
        this.linearRows = dataset();
        this.ratioRows = dataset();
    }

    private MutableDataset<Regressor> dataset() {
        return new MutableDataset<>(identity.source(), new RegressionFactory());
    }

    /** Draws origins and steps of each series. */
    public void hear(List<SeriesContext> contexts) {
        for (SeriesContext context : contexts) {
            if (kinds.contains(Regression.SCHEDULE_RATIO) && context.programme().isPresent()) {
                hearSchedule(context);
            }
            double[] y = context.history().values();
            int draws = Math.min(perSeries, DRAWS_PER_BUCKET * y.length);
            for (int i = 0; i < draws && y.length > SHORTEST + 1; i++) {
                int origin = SHORTEST + random.nextInt(y.length - SHORTEST - 1);
                int step = 1 + random.nextInt(Math.min(horizon, y.length - 1 - origin));
                if (!Double.isNaN(y[origin + step])) {
                    LocalDate cut =
                            context.history().calendar().plus(context.history().first(), origin);
                    RegressionFeatures features =
                            new RegressionFeatures(context.history().until(cut));
                    double scale = features.scale();
                    Example<Regressor> row = RegressionRows.example(
                            new Regressor("y", y[origin + step] / scale),
                            features.row(step, context.plannedAsOf(cut, step)));
                    if (rows.size() % LINEAR_STRIDE == 0 && scale > LEAST_LINEAR) {
                        linearRows.add(RegressionRows.bounded(row));
                    }
                    rows.add(row);
                    bySegment
                            .computeIfAbsent(Segment.of(context), s -> dataset())
                            .add(row);
                }
            }
        }
    }

    /** Takes origins that lie evenly over the past, with all their steps. */
    private void hearSchedule(SeriesContext context) {
        ScheduleSignals signals = new ScheduleSignals(context);
        List<Integer> origins = signals.origins();
        int most = Math.max(1, perSeries / horizon);
        int apart = (origins.size() + most - 1) / most;
        for (int i = 0; i < origins.size(); i += apart) {
            ScheduleSignals.Origin origin = signals.at(origins.get(i));
            for (int step = 1; step <= Math.min(horizon, signals.known(origins.get(i))); step++) {
                if (!Double.isNaN(origin.ratio(step))) {
                    ratioRows.add(RegressionRows.learnt(origin, step));
                }
            }
        }
    }

    /** The models; a kind is missing when there are too few rows or XGBoost's native library cannot load here. */
    public Regressions train() {
        Map<String, Supplier<Optional<RegressionModel>>> work = new TreeMap<>();
        boolean bySegmentToo = kinds.contains(Regression.BOOSTED_BY_SEGMENT);
        if (bySegmentToo || kinds.contains(Regression.BOOSTED)) {
            work.put(Regression.BOOSTED.forecaster(), () -> train(rows, boosted()));
        }
        if (bySegmentToo) {
            bySegment.forEach((segment, own) -> {
                if (own.size() < NEARLY_ALL * rows.size()) {
                    work.put(Regressions.name(Regression.BOOSTED_BY_SEGMENT, segment), () -> train(own, boosted()));
                }
            });
        }
        if (kinds.contains(Regression.ELASTIC_NET)) {
            work.put(Regression.ELASTIC_NET.forecaster(), () -> train(linearRows, elasticNet()));
        }
        if (kinds.contains(Regression.FOREST)) {
            work.put(Regression.FOREST.forecaster(), () -> train(rows, forest()));
        }
        if (kinds.contains(Regression.SCHEDULE_RATIO)) {
            work.put(Regression.SCHEDULE_RATIO.forecaster(), () -> train(levelled(ratioRows), ratio()));
        }
        Map<String, RegressionModel> models = new ConcurrentHashMap<>();
        work.entrySet().parallelStream()
                .forEach(one -> one.getValue().get().ifPresent(model -> models.put(one.getKey(), model)));
        return Regressions.of(models);
    }

    private Optional<RegressionModel> train(Dataset<Regressor> data, Trainer<Regressor> trainer) {
        if (data.size() < LEAST_ROWS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Dated(identity).model(onAThreadOfItsOwn(() -> trainer.train(data))));
        } catch (LinkageError | RuntimeException e) {
            if (isNativeProblem(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * XGBoost keeps matrices per thread and per address of a booster, and forgets them on the thread that frees the
     * booster: in Java that is another one. A booster that gets an old address meets the matrices of its predecessor and fails (dmlc/xgboost issue 8683).
     */
    private static <T> T onAThreadOfItsOwn(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "regression");
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while a regression was trained.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private XGBoostRegressionTrainer boosted() {
        return xgboost(
                RegressionType.TWEEDIE,
                BOOSTED_TREES,
                Map.of(
                        "objective", "reg:tweedie",
                        "tweedie_variance_power", 1.4,
                        "eta", 0.06,
                        "max_depth", 5,
                        "min_child_weight", 20,
                        "subsample", 0.8,
                        "colsample_bytree", 0.7));
    }

    /** One round of many trees; Tribuo's own trees take minutes for as many different values. */
    private XGBoostRegressionTrainer forest() {
        return xgboost(
                RegressionType.LINEAR,
                1,
                Map.of(
                        "objective",
                        "reg:squarederror",
                        "num_parallel_tree",
                        FOREST_TREES,
                        "eta",
                        1,
                        "lambda",
                        0,
                        "max_depth",
                        8,
                        "min_child_weight",
                        40,
                        "subsample",
                        0.632,
                        "colsample_bynode",
                        0.4));
    }

    /** Small and cautious: rows of one schedule are much alike, so they are fewer than they seem. */
    private XGBoostRegressionTrainer ratio() {
        return xgboost(
                RegressionType.LINEAR,
                60,
                Map.of(
                        "objective",
                        "reg:squarederror",
                        "base_score",
                        1,
                        "eta",
                        0.05,
                        "max_depth",
                        3,
                        "min_child_weight",
                        150,
                        "subsample",
                        0.5,
                        "colsample_bytree",
                        0.5));
    }

    /** Weights of mean 1, so that parameters mean the same whatever the parts' volumes. */
    private static Dataset<Regressor> levelled(Dataset<Regressor> data) {
        double sum = 0;
        for (Example<Regressor> row : data) {
            sum += row.getWeight();
        }
        for (Example<Regressor> row : data) {
            row.setWeight((float) (row.getWeight() * data.size() / sum));
        }
        return data;
    }

    private XGBoostRegressionTrainer xgboost(RegressionType type, int rounds, Map<String, Object> own) {
        Map<String, Object> parameters = new TreeMap<>(own); // the provenance keeps the order, so it must not be chance
        parameters.put("tree_method", "hist");
        parameters.put("seed", (int) identity.seed());
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return new XGBoostRegressionTrainer(type, rounds, parameters);
    }

    private Trainer<Regressor> elasticNet() {
        return new ElasticNetCDTrainer(0.01, 0.5, 1e-4, 200, false, identity.seed());
    }

    private static boolean isNativeProblem(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LinkageError) {
                return true;
            }
        }
        return false;
    }
}
