package takt.engine.model;

/** Quantile levels: 0.1 to 0.9 of every forecast, and the finer ones at which a shape is stored. */
public final class Levels {

    private static final double[] NINE = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final double[] SHAPE = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
        0.85, 0.9, 0.95, 0.975, 0.99, 0.995
    };

    private Levels() {}

    public static double[] nine() {
        return NINE.clone();
    }

    /** Where the quantiles of a shape without a formula are kept. */
    static double[] shape() {
        return SHAPE.clone();
    }

    public static int count() {
        return NINE.length;
    }
}
