package takt.forecast.quality;

import java.time.LocalDate;
import takt.kernel.BucketCalendar;

/**
 * What is known of series on one calendar.
 *
 * @param series how many
 * @param known buckets with a value
 * @param expected buckets between the first and the last of each series
 * @param last newest bucket of any
 * @param odd buckets that are outliers or one-off orders, unless somebody rejected that
 */
public record Extent(BucketCalendar calendar, long series, long known, long expected, LocalDate last, long odd) {}
