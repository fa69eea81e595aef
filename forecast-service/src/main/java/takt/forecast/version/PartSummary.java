package takt.forecast.version;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import takt.forecast.master.PartFacts;
import takt.kernel.BucketCalendar;

/**
 * What a version expects of a part at a site.
 *
 * @param expected empty where the version does not forecast the part
 */
public record PartSummary(PartFacts part, Optional<Expected> expected) {

    /**
     * Amounts in the part's unit.
     *
     * @param next4 the first 4 weeks, of months the first one; empty beyond the horizon
     * @param next13 the first 13 weeks, or 3 months
     * @param next52 the first 52 weeks, or 12 months
     * @param change13 {@code next13} less what the version before expected of the same buckets
     * @param known demand of the buckets before the first one, oldest first; NaN where it is not known
     * @param ahead means of the first buckets
     */
    public record Expected(
            String site,
            BucketCalendar calendar,
            LocalDate firstBucket,
            String model,
            OptionalDouble next4,
            OptionalDouble next13,
            OptionalDouble next52,
            OptionalDouble change13,
            float[] known,
            float[] ahead) {}

    /** A family or site, and how many summaries it has. */
    public record Group(String name, int parts) {}
}
