package takt.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000) as simple exponential smoothing with half the slope of a
 * straight line as drift (Hyndman and Billah 2003), on a series without its season where that is significant.
 */
public final class Theta implements Forecaster {

    @Override
    public String name() {
        return "theta";
    }

    @Override
    public List<LevelCause> explain(FittedState state, SeriesContext context) {
        return List.of(new LevelCause.LevelWithDrift(state.value("level"), state.value("drift")));
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        return learn(context.history().values(), context.history().season())
                .with(AutoEts.FIRST, KnownValues.first(context.history()));
    }

    @Override
    public Optional<FittedState> at(FittedState learnt, SeriesContext now) {
        return KnownValues.since(learnt, now.history()).map(y -> {
            double[] indices = learnt.array("indices");
            FittedState level = new FittedState(AutoEts.simple().name(), new TreeMap<>(learnt.arrays()))
                    .with("weights", learnt.value("alpha"), 0, 0, 1)
                    .with("start-season");
            return learnt.with(
                            "level",
                            AutoEts.filtered(level, adjusted(y, indices), indices.length)
                                    .value("level"))
                    .with("length", y.length)
                    .with("season", next(indices, y.length));
        });
    }

    /** Fits a plain array; NaN is unknown. */
    public FittedState learn(double[] values, int season) {
        double[] y = KnownValues.trimmed(values);
        double[] indices = {1};
        if (Decomposition.isSeasonal(y, season)) {
            double[] found = Decomposition.season(y, season, true);
            double least = 1;
            for (double index : found) {
                least = Math.min(least, index);
            }
            if (least > 1e-4) { // an index near 0 would blow the series up
                indices = found;
            }
        }
        double[] adjusted = adjusted(y, indices);
        FittedState level = AutoEts.simple().learn(adjusted, season);
        return FittedState.of(name(), "level", level.value("level"))
                .with("alpha", level.value("weights"))
                .with("drift", 0.5 * slope(adjusted))
                .with("length", y.length)
                .with("season", next(indices, y.length))
                .with("indices", indices)
                .with("form", level.array("form"))
                .with("start", level.array("start"))
                .with("variance", level.value("variance"));
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        int h = (int) inputs[0];
        double alpha = state.value("alpha");
        double[] season = state.array("season");
        double index = season[(h - 1) % season.length];
        double lag = (1 - Math.pow(1 - alpha, state.value("length"))) / Math.max(1e-10, alpha);
        double mean = index * (state.value("level") + state.value("drift") * (h - 1 + lag));
        return Prediction.spread(mean, index * index * state.value("variance") * (1 + (h - 1) * alpha * alpha));
    }

    private static double[] adjusted(double[] y, double[] indices) {
        double[] adjusted = y.clone();
        for (int t = 0; t < y.length; t++) {
            adjusted[t] /= indices[t % indices.length];
        }
        return adjusted;
    }

    /** The indices of the steps to come. */
    private static double[] next(double[] indices, int length) {
        double[] next = new double[indices.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = indices[(length + i) % indices.length];
        }
        return next;
    }

    private static double slope(double[] y) {
        double n = 0;
        double st = 0;
        double sy = 0;
        double stt = 0;
        double sty = 0;
        for (int t = 0; t < y.length; t++) {
            if (!Double.isNaN(y[t])) {
                n++;
                st += t;
                sy += y[t];
                stt += (double) t * t;
                sty += t * y[t];
            }
        }
        double determinant = n * stt - st * st;
        return determinant > 0 ? (n * sty - st * sy) / determinant : 0;
    }
}
