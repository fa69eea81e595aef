package takt.engine.tribuo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Dataset;
import org.tribuo.Trainer;
import org.tribuo.regression.Regressor;
import takt.engine.model.Regression;
import takt.engine.model.SeriesContext;

/** Trains the regressions over all series of a calendar (through Tribuo), side by side from the same rows. */
public final class RegressionTrainer {

    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");
    static final int LEAST_ROWS = 500;
    private static final double NEARLY_ALL = 0.8; // such a segment's own model would be that of all parts

    static {
        TRIBUO.setLevel(Level.WARNING); // one line per fit would drown the log
    }

    private final TrainingIdentity identity;
    private final Set<Regression> kinds;
    private final RegressionSample sample;

    /**
     * @param series how many series will be heard
     * @param kinds what to train
     */
    public RegressionTrainer(TrainingIdentity identity, int horizon, int series, Set<Regression> kinds) {
        this.identity = identity;
        this.kinds = kinds;
        this.sample = new RegressionSample(identity, horizon, series, kinds);
    }

    public void hear(List<SeriesContext> contexts) {
        contexts.forEach(sample::hear);
    }

    /** The models; a kind is missing when there are less than 500 rows or XGBoost's native library cannot load here. */
    public Regressions train() {
        Map<String, Supplier<Optional<RegressionModel>>> work = new TreeMap<>();
        kinds.forEach(kind -> work.putAll(work(kind)));
        Map<String, RegressionModel> models = new ConcurrentHashMap<>();
        work.entrySet().parallelStream()
                .forEach(one -> one.getValue().get().ifPresent(model -> models.put(one.getKey(), model)));
        return Regressions.of(models);
    }

    /** What to train for a kind, by the name of the model. */
    private Map<String, Supplier<Optional<RegressionModel>>> work(Regression kind) {
        Recipes recipes = new Recipes(identity.seed());
        return switch (kind) {
            case BOOSTED -> Map.of(kind.forecaster(), () -> train(sample.rows(), recipes.boosted()));
            case BOOSTED_BY_SEGMENT -> {
                Map<String, Supplier<Optional<RegressionModel>>> all = new TreeMap<>(work(Regression.BOOSTED));
                sample.bySegment().forEach((segment, rows) -> {
                    if (rows.size() < NEARLY_ALL * sample.rows().size()) {
                        all.put(Regressions.name(kind, segment), () -> train(rows, recipes.boosted()));
                    }
                });
                yield all;
            }
            case ELASTIC_NET -> Map.of(kind.forecaster(), () -> train(sample.linearRows(), recipes.elasticNet()));
            case FOREST -> Map.of(kind.forecaster(), () -> train(sample.rows(), recipes.forest()));
            case SCHEDULE_RATIO -> Map.of(kind.forecaster(), () -> train(sample.ratioRows(), recipes.ratio()));
        };
    }

    private Optional<RegressionModel> train(Dataset<Regressor> rows, Trainer<Regressor> trainer) {
        if (rows.size() < LEAST_ROWS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Dated(identity).model(OwnThread.run(() -> trainer.train(rows))));
        } catch (LinkageError | RuntimeException e) {
            if (isNativeProblem(e)) {
                return Optional.empty();
            }
            throw e;
        }
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
