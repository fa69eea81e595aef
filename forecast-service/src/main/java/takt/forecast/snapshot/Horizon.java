package takt.forecast.snapshot;

import java.time.LocalDate;
import takt.kernel.BucketCalendar;

/** How far forecasts reach on each calendar: one year, on days four weeks. */
public final class Horizon {

    private Horizon() {}

    public static int of(BucketCalendar calendar) {
        return switch (calendar) {
            case DAY -> 28;
            case ISO_WEEK -> 52;
            case MONTH -> 12;
        };
    }

    /** The last bucket that was over when the business date began. */
    public static LocalDate origin(BucketCalendar calendar, LocalDate businessDate) {
        return calendar.plus(calendar.floor(businessDate), -1);
    }
}
