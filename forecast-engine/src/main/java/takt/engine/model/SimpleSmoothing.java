package takt.engine.model;

/**
 * Simple exponential smoothing. The weight minimises the squared one-step errors by golden section; the spread
 * of step h is s² (1 + (h - 1) α²) (Hyndman et al. 2008, table 6.1).
 */
public final class SimpleSmoothing implements Forecaster {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    @Override
    public String name() {
        return "ses";
    }

    @Override
    public FittedState learn(SeriesContext context, PoolStatistics pool) {
        double[] y = context.history().values();
        double low = 0.01;
        double high = 0.99;
        for (int i = 0; i < 25; i++) {
            double a = high - GOLDEN * (high - low);
            double b = low + GOLDEN * (high - low);
            if (smooth(y, a)[1] <= smooth(y, b)[1]) {
                high = b;
            } else {
                low = a;
            }
        }
        double alpha = (low + high) / 2;
        double[] fit = smooth(y, alpha);
        return FittedState.of(name(), "alpha", alpha).with("level", fit[0]).with("variance", fit[1]);
    }

    @Override
    public Prediction predict(FittedState state, double[] inputs) {
        double alpha = state.value("alpha");
        return Prediction.spread(state.value("level"), state.value("variance") * (1 + (inputs[0] - 1) * alpha * alpha));
    }

    /** Last level and mean squared one-step error; starts from the mean of the first four known values. */
    private static double[] smooth(double[] y, double alpha) {
        double level = start(y);
        double squares = 0;
        int n = 0;
        for (double value : y) {
            if (!Double.isNaN(value)) {
                double error = value - level;
                squares += error * error;
                level += alpha * error;
                n++;
            }
        }
        return new double[] {level, n == 0 ? 0 : squares / n};
    }

    private static double start(double[] y) {
        double sum = 0;
        int n = 0;
        for (int t = 0; t < y.length && n < 4; t++) {
            if (!Double.isNaN(y[t])) {
                sum += y[t];
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }
}
