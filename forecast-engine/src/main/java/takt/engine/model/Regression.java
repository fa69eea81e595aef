package takt.engine.model;

/** Kinds of regression over all parts; each may be chosen by itself. */
public enum Regression {
    /** Gradient-boosted trees with a Tweedie loss. */
    BOOSTED("global-regression", "Boosted trees over all parts"),
    /** The same, one for each segment that has parts enough; other segments get {@link #BOOSTED}. */
    BOOSTED_BY_SEGMENT("segment-regression", "Boosted trees over all parts of the segment"),
    /** A linear regression with an elastic net's penalty. */
    ELASTIC_NET("elastic-net", "Linear regression over all parts"),
    /** A random forest of regression trees. */
    FOREST("forest", "Random forest over all parts"),
    /** What becomes of rate x plan, for parts with a schedule: its means are ratios. */
    SCHEDULE_RATIO("schedule-regression", "Boosted trees over all parts with a schedule");

    private final String forecaster;
    private final String words;

    Regression(String forecaster, String words) {
        this.forecaster = forecaster;
        this.words = words;
    }

    /** What it is, for a planner. */
    String words() {
        return words;
    }

    /** Name of the forecaster that takes its mean from this regression. */
    public String forecaster() {
        return forecaster;
    }
}
