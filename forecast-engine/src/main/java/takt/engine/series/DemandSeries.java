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
 * @param inUse when the part is the one that is used
 */
public record DemandSeries(
        SeriesKey key, BucketCalendar calendar, LocalDate first, double[] values, int season, InUse inUse) {

    /** Of a part that neither takes another one's place nor is replaced. */
    public DemandSeries(SeriesKey key, BucketCalendar calendar, LocalDate first, double[] values, int season) {
        this(key, calendar, first, values, season, InUse.ALWAYS);
    }

    /** The same with the calendar's own season. */
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
     * single unknown bucket where it had not begun. Of a part that had been replaced by then, what came before is its
     * successor's, as soon as something is known of the time after.
     */
    public DemandSeries until(LocalDate origin) {
        if (!begins(origin)) {
            return new DemandSeries(key, calendar, origin, new double[] {Double.NaN}, season, inUse);
        }
        int length = calendar.between(first, origin) + 1;
        int from = Math.min(replaced(length), length);
        double[] cut = new double[length - from];
        Arrays.setAll(cut, t -> from + t < values.length ? values[from + t] : Double.NaN);
        return new DemandSeries(key, calendar, calendar.plus(first, from), cut, season, inUse);
    }

    /** First of the first buckets that says something of the time after the part's use; 0 when none does. */
    private int replaced(int buckets) {
        for (int t = 0; t < Math.min(buckets, values.length); t++) {
            if (!Double.isNaN(values[t]) && inUse.isOver(calendar.plus(first, t))) {
                return t;
            }
        }
        return 0;
    }

    /** Demand of the bucket that begins on {@code bucket}; NaN where it is unknown. */
    public double at(LocalDate bucket) {
        int t = calendar.between(first, bucket);
        return t < 0 || t >= values.length ? Double.NaN : values[t];
    }
}
