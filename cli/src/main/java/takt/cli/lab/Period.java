package takt.cli.lab;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import takt.kernel.BucketCalendar;

/** How files write months (YYYY-MM), ISO weeks (YYYY-Www or a Monday) and days (YYYY-MM-DD). */
final class Period {

    private static final DateTimeFormatter WEEK = DateTimeFormatter.ISO_WEEK_DATE;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    private Period() {}

    static Optional<LocalDate> parse(BucketCalendar calendar, String text) {
        try {
            LocalDate day =
                    switch (calendar) {
                        case MONTH -> LocalDate.parse(text.length() == 7 ? text + "-01" : text);
                        case ISO_WEEK ->
                            text.contains("W") ? LocalDate.parse(text + "-1", WEEK) : LocalDate.parse(text);
                        case DAY -> LocalDate.parse(text);
                    };
            return Optional.of(day).filter(d -> calendar.floor(d).equals(d));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String format(BucketCalendar calendar, LocalDate bucket) {
        return switch (calendar) {
            case MONTH -> bucket.format(MONTH);
            case ISO_WEEK ->
                "%04d-W%02d"
                        .formatted(
                                bucket.get(IsoFields.WEEK_BASED_YEAR), bucket.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case DAY -> bucket.toString();
        };
    }

    static String column(BucketCalendar calendar) {
        return switch (calendar) {
            case MONTH -> "month";
            case ISO_WEEK -> "week";
            case DAY -> "day";
        };
    }

    static String form(BucketCalendar calendar) {
        return switch (calendar) {
            case MONTH -> "YYYY-MM";
            case ISO_WEEK -> "YYYY-Www, or the date of a Monday";
            case DAY -> "YYYY-MM-DD";
        };
    }
}
