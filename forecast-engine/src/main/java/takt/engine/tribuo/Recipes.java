package takt.engine.tribuo;

import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Trainer;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;

/** How each kind of regression is trained. */
record Recipes(long seed) {

    Trainer<Regressor> boosted() {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("objective", "reg:tweedie");
        parameters.put("tweedie_variance_power", 1.4);
        parameters.put("eta", 0.06);
        parameters.put("max_depth", 5);
        parameters.put("min_child_weight", 20);
        parameters.put("subsample", 0.8);
        parameters.put("colsample_bytree", 0.7);
        return xgboost(RegressionType.TWEEDIE, 120, parameters);
    }

    /** One round of many trees; Tribuo's own trees take minutes for as many different values. */
    Trainer<Regressor> forest() {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("num_parallel_tree", 60);
        parameters.put("eta", 1);
        parameters.put("lambda", 0);
        parameters.put("max_depth", 8);
        parameters.put("min_child_weight", 40);
        parameters.put("subsample", 0.632);
        parameters.put("colsample_bynode", 0.4);
        return xgboost(RegressionType.LINEAR, 1, parameters);
    }

    /** Small and cautious: rows of one schedule are much alike, so they are fewer than they seem. */
    Trainer<Regressor> ratio() {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("base_score", 1);
        parameters.put("eta", 0.05);
        parameters.put("max_depth", 3);
        parameters.put("min_child_weight", 150);
        parameters.put("subsample", 0.5);
        parameters.put("colsample_bytree", 0.5);
        return xgboost(RegressionType.LINEAR, 60, parameters);
    }

    Trainer<Regressor> elasticNet() {
        return new ElasticNetCDTrainer(0.01, 0.5, 1e-4, 200, false, seed);
    }

    /** The provenance keeps the order of the parameters, so it must not be chance: they are sorted. */
    private Trainer<Regressor> xgboost(RegressionType type, int rounds, Map<String, Object> sorted) {
        sorted.put("tree_method", "hist");
        sorted.put("seed", (int) seed);
        sorted.put("nthread", 1);
        sorted.put("verbosity", 0);
        return new XGBoostRegressionTrainer(type, rounds, sorted);
    }
}
