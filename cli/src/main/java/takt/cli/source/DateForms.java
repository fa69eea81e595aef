package takt.cli.source;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import takt.cli.term.UserError;

/**
 * Dates, weeks and months as people and ERP systems write them, turned into YYYY-MM-DD, YYYY-Www and YYYY-MM. What has but
 * one reading is read; of days with slashes the column as a whole must tell whether the day or the month comes first, or it
 * must be said. A year of two digits is left as it is, to be refused.
 */
final class DateForms {

    private static final Pattern ISO = Pattern.compile("\\d{4}-(\\d{2}(-\\d{2})?|W\\d{2})");

    private static final Pattern EIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DOTS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");

    /** Days since 1899-12-30 as a spreadsheet counts them: 1954 to 2091. */
    private static final Pattern SERIAL = Pattern.compile("[2-6]\\d{4}");

    /** A database writes a day with its midnight. */
    private static final Pattern MIDNIGHT = Pattern.compile("[ T]0{1,2}:00(:00([.,]0+)?)?Z?$");

    private final @Nullable DateTimeFormatter asked;
    private boolean isDayFirst;
    private boolean isMonthFirst;
    private String slashes = "";
    /** Days of a column of weeks that are all firsts of months, and not all Mondays. */
    private String firsts = "";

    private boolean areFirsts = true;
    private boolean areMondays = true;

    /** @param format pattern of the user for all dates, as dd/MM/yyyy; null is found out */
    DateForms(@Nullable String format) {
        try {
            this.asked = format == null
                    ? null
                    : DateTimeFormatter.ofPattern(alone(format).replace('y', 'u'), Locale.ROOT)
                            .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new UserError("The date format (%s) is none: %s.%nMaybe dd/MM/yyyy or MM/dd/yyyy."
                    .formatted(format, e.getMessage()));
        }
    }

    /** A day or month that stands alone may have one digit, though people write dd and MM for it. */
    private static String alone(String format) {
        return format.replaceAll("(?<![A-Za-z])dd(?![A-Za-z])", "d").replaceAll("(?<![A-Za-z])MM(?![A-Za-z])", "M");
    }

    /** The same forms with slashes read as asked, or one way. */
    static DateForms slashes(@Nullable String format, boolean isMonthFirst) {
        DateForms forms = new DateForms(format);
        forms.isMonthFirst = isMonthFirst;
        return forms;
    }

    /** Whether a text is a day of which the form alone does not tell the month. */
    static boolean hasSlashes(String text) {
        return SLASHES.matcher(text.strip()).matches();
    }

    /** Takes a cell of a column of dates. */
    void hear(String column, String cell) {
        Matcher day = SLASHES.matcher(cell.strip());
        if (day.matches()) {
            slashes = slashes.isEmpty() ? column + ": " + cell.strip() : slashes;
            isDayFirst |= Integer.parseInt(day.group(1)) > 12;
            isMonthFirst |= Integer.parseInt(day.group(2)) > 12;
        } else if (DateCounts.of(column).filter(c -> c == DateCounts.WEEK).isPresent()) {
            hearWeek(column, read(DateCounts.WEEK, cell));
        }
    }

    private void hearWeek(String column, String week) {
        if (!week.matches("\\d{4}-\\d{2}-\\d{2}")) {
            areFirsts &= week.isEmpty();
            return;
        }
        boolean isFirst = week.endsWith("-01");
        areFirsts &= isFirst;
        try {
            areMondays &= LocalDate.parse(week).getDayOfWeek() == DayOfWeek.MONDAY;
        } catch (DateTimeException e) {
            areFirsts = false; // told row by row
        }
        firsts = isFirst && firsts.isEmpty() ? column + ": " + week : firsts;
    }

    /** Ends the hearing; fails where a day may be two. */
    void settle() {
        if (asked == null && !slashes.isEmpty() && isDayFirst == isMonthFirst) {
            throw new UserError(
                    "A date may have the day or the month first (%s).%nMaybe say --date-format dd/MM/yyyy or --date-format MM/dd/yyyy."
                            .formatted(slashes));
        }
        if (!firsts.isEmpty() && areFirsts && !areMondays) {
            throw new UserError(
                    "All days of the column of weeks are firsts of months (%s), and some of them are no Mondays.%nMaybe they are months (--map month=...), or name weeks as 2026-W07."
                            .formatted(firsts));
        }
    }

    /** The date, week or month as it is exchanged; what is none stays as it is. */
    String read(DateCounts counts, String cell) {
        String text = MIDNIGHT.matcher(cell.strip()).replaceFirst("");
        if (text.isEmpty() || ISO.matcher(text).matches() && !text.endsWith("W00")) {
            return text;
        }
        try {
            if (asked != null) {
                return LocalDate.parse(text, asked).toString();
            }
            Optional<String> own =
                    switch (counts) {
                        case WEEK -> WeekAndMonthTexts.week(text);
                        case MONTH -> WeekAndMonthTexts.month(text);
                        case DAY -> Optional.empty();
                    };
            return own.or(() -> day(text)).orElse(cell);
        } catch (DateTimeException e) {
            return cell;
        }
    }

    private Optional<String> day(String text) {
        return WeekAndMonthTexts.numbers(EIGHT, text)
                .or(() -> WeekAndMonthTexts.numbers(YEAR_FIRST, text))
                .or(() -> WeekAndMonthTexts.numbers(DOTS, text).map(n -> new int[] {n[2], n[1], n[0]}))
                .or(() -> WeekAndMonthTexts.numbers(SLASHES, text)
                        .map(n -> isMonthFirst ? new int[] {n[2], n[0], n[1]} : new int[] {n[2], n[1], n[0]}))
                .map(n -> LocalDate.of(n[0], n[1], n[2]).toString())
                .or(() -> SERIAL.matcher(text).matches()
                        ? Optional.of(LocalDate.of(1899, 12, 30)
                                .plusDays(Integer.parseInt(text))
                                .toString())
                        : Optional.empty());
    }
}
