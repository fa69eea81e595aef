package takt.ingest.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import takt.kernel.BucketCalendar;

/** Texts as dates. */
final class Dates {

    private Dates() {}

    /** A day, or a month as its first day. */
    static LocalDate parsed(String text) {
        boolean isMonth = text.length() == 7;
        if (!isMonth && text.length() != 10) {
            throw new DateTimeException("Neither YYYY-MM nor YYYY-MM-DD.");
        }
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), isMonth ? 1 : digits(text, 8, 10));
    }

    /** A number of digits only, with a dash before it unless it is the first. */
    private static int digits(String text, int from, int to) {
        if (from > 0 && text.charAt(from - 1) != '-') {
            throw new DateTimeException("A dash is missing.");
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("A digit is missing.");
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** The Monday of an ISO-8601 week {@code YYYY-Www}; fails where the year has no such week. */
    static LocalDate monday(String text) {
        int year = Integer.parseInt(text.substring(0, 4));
        int number = Integer.parseInt(text.substring(6));
        LocalDate first = BucketCalendar.ISO_WEEK.floor(LocalDate.of(year, 1, 4));
        long weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(first).getMaximum();
        if (number < 1 || number > weeks) {
            throw new DateTimeException("The year %d has the weeks W01 to W%d.".formatted(year, weeks));
        }
        return first.plusWeeks(number - 1L);
    }
}
