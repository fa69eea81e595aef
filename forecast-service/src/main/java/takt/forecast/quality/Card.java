package takt.forecast.quality;

import java.util.List;

/**
 * What was measured of a kind of fact, a source or a part.
 *
 * @param name the kind, the kind and its source, or the part
 * @param measures at least one, each dimension at most once
 */
public record Card(Scope scope, String name, List<Measure> measures) {

    /** The mean of the shares, 0 to 100. */
    public double score() {
        return 100 * measures.stream().mapToDouble(Measure::share).average().orElseThrow();
    }

    public boolean isLate() {
        return measures.stream().anyMatch(m -> m.dimension() == Dimension.TIMELINESS && m.share() < 1);
    }
}
