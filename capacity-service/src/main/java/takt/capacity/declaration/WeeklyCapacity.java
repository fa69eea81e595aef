package takt.capacity.declaration;

import java.util.OptionalLong;
import takt.kernel.Quantity;
import takt.kernel.Week;

/**
 * Capacity of one week in thousandths of the group's unit.
 *
 * @param actual what is there today, at least 0
 * @param maximum what could be had, at least the actual
 * @param agreed what both sides agreed; informative
 */
public record WeeklyCapacity(Week week, long actual, long maximum, OptionalLong agreed) {

    public WeeklyCapacity {
        if (actual < 0 || maximum < actual || maximum > Quantity.LIMIT) {
            throw new IllegalArgumentException(
                    "The capacity of week %s (actual %d, maximum %d thousandths) must keep 0 <= actual <= maximum <= 9,000,000,000,000,000."
                            .formatted(week, actual, maximum));
        }
    }
}
