package takt.engine.model;

/** Quantile levels: those that are scored, those that are published, and the finer ones at which a shape is stored. */
public final class Levels {

    private static final double[] NINE = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    /** The tenths, and the limits of bands of 50 and of 95 %. */
    private static final double[] PUBLISHED = {0.025, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.975};

    private static final double[] SHAPE = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
        0.85, 0.9, 0.95, 0.975, 0.99, 0.995
    };

    private Levels() {}

    /** 0.1 to 0.9, at which forecasts are compared: the levels of the published error measures. */
    public static double[] nine() {
        return NINE.clone();
    }

    /** What a new forecast version tells of every bucket. */
    public static double[] published() {
        return PUBLISHED.clone();
    }

    /** Where the quantiles of a shape without a formula are kept. */
    static double[] shape() {
        return SHAPE.clone();
    }

    public static int count() {
        return NINE.length;
    }
}
