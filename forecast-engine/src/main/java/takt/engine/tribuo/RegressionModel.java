package takt.engine.tribuo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.regression.Regressor;
import takt.engine.series.SeriesKey;

/** One regression over many parts. */
record RegressionModel(Model<Regressor> model) {

    static RegressionModel of(ModelProto proto) {
        return new RegressionModel(Model.deserialize(proto).castModel(Regressor.class));
    }

    ModelProto proto() {
        return model.serialize();
    }

    /** Mean of each step, at least 0. */
    Map<SeriesKey, double[]> means(List<RegressionRows> series) {
        List<Example<Regressor>> rows = new ArrayList<>();
        series.forEach(s -> rows.addAll(s.steps()));
        List<Prediction<Regressor>> predicted = model.predict(rows);
        Map<SeriesKey, double[]> means = new HashMap<>();
        int row = 0;
        for (RegressionRows one : series) {
            double[] path = new double[one.steps().size()];
            for (int h = 0; h < path.length; h++) {
                path[h] = Math.max(
                        0, one.scale() * predicted.get(row++).getOutput().getValues()[0]);
            }
            means.put(one.key(), path);
        }
        return means;
    }
}
