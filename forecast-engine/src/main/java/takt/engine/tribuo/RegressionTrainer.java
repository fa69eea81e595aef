package takt.engine.tribuo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;
import takt.engine.features.RegressionFeatures;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
import takt.engine.series.Origin;

/**
 * Trains one gradient-boosted Tweedie regression over all series of a calendar (XGBoost through Tribuo). Each
 * row is a series cut at a past origin and asked for a step that is known by now.
 */
public final class RegressionTrainer {

    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");
    private static final int MAX_ROWS = 60_000;
    private static final int LEAST_ROWS = 500;
    private static final int DRAWS_PER_BUCKET = 3;
    private static final int TREES = 120;
    private static final int SHORTEST = 6;

    static {
        TRIBUO.setLevel(Level.WARNING); // one line per fit would drown the log
    }

    private final TrainingIdentity identity;
    private final int horizon;
    private final int perSeries;
    private final SplittableRandom random;
    private final MutableDataset<Regressor> rows;

    /** @param series how many series will be heard; about {@link #MAX_ROWS} rows come from all of them alike */
    public RegressionTrainer(TrainingIdentity identity, int horizon, int series) {
        this.identity = identity;
        this.horizon = horizon;
        this.perSeries = Math.max(1, MAX_ROWS / Math.max(1, series));
        this.random = new SplittableRandom(identity.seed());
        this.rows = new MutableDataset<>(identity.source(), new RegressionFactory());
    }

    /** Draws origins and steps of each series. */
    public void hear(List<SeriesContext> contexts) {
        for (SeriesContext context : contexts) {
            double[] y = context.history().values();
            int draws = Math.min(perSeries, DRAWS_PER_BUCKET * y.length);
            for (int i = 0; i < draws && y.length > SHORTEST + 1; i++) {
                int origin = SHORTEST + random.nextInt(y.length - SHORTEST - 1);
                int step = 1 + random.nextInt(Math.min(horizon, y.length - 1 - origin));
                if (!Double.isNaN(y[origin + step])) {
                    rows.add(row(context, origin, step));
                }
            }
        }
    }

    /** The model, or nothing when there are too few rows or XGBoost's native library cannot load here. */
    public Optional<RegressionModel> train() {
        if (rows.size() < LEAST_ROWS) {
            return Optional.empty();
        }
        try {
            return Optional.of(RegressionModel.of(trainer().train(rows), identity));
        } catch (LinkageError | RuntimeException e) {
            if (isNativeProblem(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What to tell people when there is no model. */
    public static String missing(Origin origin) {
        return "No regression over all parts at origin %s: too few rows, or XGBoost's native library cannot load on this machine."
                .formatted(origin);
    }

    private XGBoostRegressionTrainer trainer() {
        Map<String, Object> parameters = new TreeMap<>(); // the provenance keeps the order, so it must not be chance
        parameters.put("objective", "reg:tweedie");
        parameters.put("tweedie_variance_power", 1.4);
        parameters.put("eta", 0.06);
        parameters.put("max_depth", 5);
        parameters.put("min_child_weight", 20);
        parameters.put("subsample", 0.8);
        parameters.put("colsample_bytree", 0.7);
        parameters.put("tree_method", "hist");
        parameters.put("seed", (int) identity.seed());
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return new XGBoostRegressionTrainer(RegressionType.TWEEDIE, TREES, parameters);
    }

    private static Example<Regressor> row(SeriesContext context, int origin, int step) {
        DemandSeries whole = context.history();
        LocalDate cut = whole.calendar().plus(whole.first(), origin);
        RegressionFeatures features = new RegressionFeatures(whole.until(cut));
        double target = whole.values()[origin + step] / features.scale();
        return RegressionModel.example(new Regressor("y", target), features.row(step, context.plannedAsOf(cut, step)));
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
