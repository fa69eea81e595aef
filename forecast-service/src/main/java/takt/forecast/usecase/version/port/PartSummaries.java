package takt.forecast.usecase.version.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import takt.forecast.version.PartSummary;

/** Parts with what a version expects of them. */
public interface PartSummaries {

    /** What they are ordered by. */
    enum Order {
        PART,
        DESCRIPTION,
        FAMILY,
        SITE,
        MODEL,
        NEXT_4,
        NEXT_13,
        NEXT_52,
        CHANGE
    }

    /** What they have in common. */
    enum Grouping {
        FAMILY,
        SITE
    }

    /** Which are wanted; empty texts want all. */
    record Wanted(String query, String family, String site) {}

    /** Where in which order. */
    record Place(Order order, boolean isDescending, int skip, int limit) {}

    /**
     * Those at a place, and how many there are in all.
     *
     * @param version whose forecasts; no version has the id of zeros
     * @param against what changes are measured against; zeros for nothing
     */
    Uni<Found> find(UUID version, UUID against, Wanted wanted, Place place);

    /** Some of all. */
    record Found(List<PartSummary> some, long total) {}

    /** The largest groups, by name. */
    Uni<List<PartSummary.Group>> groups(UUID version, Grouping grouping, int limit);
}
