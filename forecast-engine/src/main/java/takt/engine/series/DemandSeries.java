package takt.engine.series;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;
import takt.kernel.BucketCalendar;

/**
 * Demand of one part at one site, bucket after bucket without gaps.
 *
 * @param first first day of bucket 0
 * @param values demand per bucket in units of the part, at least 0; NaN where it is unknown
 * @param season buckets after which the pattern repeats itself, at least 1
 */
public record DemandSeries(SeriesKey key, BucketCalendar calendar, LocalDate first, double[] values, int season) {

    /** With the calendar's own season. */
    public DemandSeries(SeriesKey key, BucketCalendar calendar, LocalDate first, double[] values) {
        this(key, calendar, first, values, calendar.season());
    }

    public DemandSeries {
        calendar.requireBucket(first);
        if (values.length == 0) {
            throw new IllegalArgumentException("The series (%s) has no bucket.".formatted(key));
        }
    }

    /** A series from known buckets; the buckets between them are unknown. */
    public static DemandSeries of(SeriesKey key, BucketCalendar calendar, SortedMap<LocalDate, Double> known) {
        LocalDate first = known.firstKey();
        double[] values = new double[calendar.between(first, known.lastKey()) + 1];
        Arrays.fill(values, Double.NaN);
        known.forEach((bucket, value) -> values[calendar.between(first, bucket)] = value);
        return new DemandSeries(key, calendar, first, values);
    }

    public LocalDate last() {
        return calendar.plus(first, values.length - 1);
    }

    public boolean begins(LocalDate origin) {
        return !first.isAfter(origin);
    }

    /**
     * The series as it was known when {@code origin} was its last bucket; unknown where it had ended before, and a
     * single unknown bucket where it had not begun.
     */
    public DemandSeries until(LocalDate origin) {
        if (!begins(origin)) {
            return new DemandSeries(key, calendar, origin, new double[] {Double.NaN}, season);
        }
        int length = calendar.between(first, origin) + 1;
        double[] cut = Arrays.copyOf(values, length);
        for (int t = values.length; t < length; t++) {
            cut[t] = Double.NaN;
        }
        return new DemandSeries(key, calendar, first, cut, season);
    }

    /** Demand of the bucket that begins on {@code bucket}; NaN where it is unknown. */
    public double at(LocalDate bucket) {
        int t = calendar.between(first, bucket);
        return t < 0 || t >= values.length ? Double.NaN : values[t];
    }
}
