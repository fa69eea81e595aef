package takt.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How a series counts time. A bucket is named by the date of its first day. */
public enum BucketCalendar {
    DAY(ChronoUnit.DAYS, 7),
    ISO_WEEK(ChronoUnit.WEEKS, 52),
    MONTH(ChronoUnit.MONTHS, 12);

    private final ChronoUnit unit;
    private final int season;

    BucketCalendar(ChronoUnit unit, int season) {
        this.unit = unit;
        this.season = season;
    }

    /** Buckets after which the year (for days: the week) repeats itself. */
    public int season() {
        return season;
    }

    /** First day of the bucket that holds {@code day}. */
    public LocalDate floor(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case ISO_WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    public LocalDate plus(LocalDate bucket, int buckets) {
        return bucket.plus(buckets, unit);
    }

    /** Buckets from {@code from} to {@code to}; negative when {@code to} is earlier. Both must be first days. */
    public int between(LocalDate from, LocalDate to) {
        return Math.toIntExact(unit.between(requireBucket(from), requireBucket(to)));
    }

    public LocalDate requireBucket(LocalDate day) {
        if (!floor(day).equals(day)) {
            throw new IllegalArgumentException(
                    "The date (%s) is not the first day of a bucket of calendar %s.%nMaybe %s was meant."
                            .formatted(day, this, floor(day)));
        }
        return day;
    }
}
