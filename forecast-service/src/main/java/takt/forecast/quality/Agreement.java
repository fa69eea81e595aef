package takt.forecast.quality;

/** Two figures that should be the same: what was built and planned, or demanded and needed. */
public record Agreement(double one, double other) {

    /** The smaller over the larger: 1 when both are the same, also when both are zero. */
    double share() {
        double larger = Math.max(one, other);
        return larger == 0 ? 1 : Math.min(one, other) / larger;
    }
}
