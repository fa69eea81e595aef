package takt.engine.model;

/** The quantile levels of every forecast: 0.1 to 0.9. */
public final class Levels {

    private static final double[] NINE = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

    private Levels() {}

    public static double[] nine() {
        return NINE.clone();
    }

    public static int count() {
        return NINE.length;
    }
}
