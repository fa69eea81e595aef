package takt.engine.model;

/** Kinds of regression over all parts; each may be chosen by itself. */
public enum Regression {
    /** Gradient-boosted trees with a Tweedie loss. */
    BOOSTED("global-regression"),
    /** The same, one for each segment that has parts enough; other segments get {@link #BOOSTED}. */
    BOOSTED_BY_SEGMENT("segment-regression"),
    /** A linear regression with an elastic net's penalty. */
    ELASTIC_NET("elastic-net"),
    /** A random forest of regression trees. */
    FOREST("forest"),
    /** What becomes of rate x plan, for parts with a schedule: its means are ratios. */
    SCHEDULE_RATIO("schedule-regression");

    private final String forecaster;

    Regression(String forecaster) {
        this.forecaster = forecaster;
    }

    /** Name of the forecaster that takes its mean from this regression. */
    public String forecaster() {
        return forecaster;
    }
}
