package takt.ingest.row;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import takt.kernel.BucketCalendar;
import takt.kernel.Quantity;

/** One row as it was read. Its getters judge one cell each and throw {@link RowFault} with what may help. */
public record RawRow(long line, List<String> columns, List<String> cells) {

    private static final String DAY_FORM = "Write YYYY-MM-DD, or YYYY-MM with a month from 01 to 12.";
    private static final String WEEK_FORM =
            "Write a week as YYYY-Www, for example 2026-W07, or as the date of its Monday, YYYY-MM-DD.";
    private static final String MONTH_FORM = "Write a month as YYYY-MM with a month from 01 to 12.";

    /** How the columns that do not hold days are written. */
    private static final Map<String, String> FORM = Map.of(
            "week", WEEK_FORM,
            "target_week", WEEK_FORM,
            "month", MONTH_FORM,
            "target_month", MONTH_FORM,
            "day", "Write a day as YYYY-MM-DD.");

    private static final BigDecimal LARGEST_FACTOR = BigDecimal.valueOf(1_000_000_000L);

    private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}");
    private static final Pattern LONG = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,12})?");

    public RawRow {
        if (cells.size() != columns.size()) {
            throw new RowFault(new Rejection(
                    line,
                    "",
                    String.join(",", cells),
                    "MALFORMED_ROW",
                    "The row has %d cells, the header %d; look for a missing or unquoted separator."
                            .formatted(cells.size(), columns.size())));
        }
    }

    public boolean has(String column) {
        return columns.contains(column) && !cell(column).isEmpty();
    }

    /** The cell without surrounding blanks; refuses an empty one. */
    public String text(String column) {
        String value = cell(column);
        if (value.isEmpty()) {
            throw fault(column, "VALUE_MISSING", "Fill the cell.");
        }
        return value;
    }

    public String textOr(String column, String otherwise) {
        return has(column) ? cell(column) : otherwise;
    }

    /** A decimal number that is at least zero, in thousandths. */
    public long thousandths(String column) {
        long whole = whole(text(column));
        if (whole >= 0) {
            return whole * 1000;
        }
        return thousandths(column, UnaryOperator.identity());
    }

    /** A decimal number that is at least zero, converted, in thousandths. */
    public long thousandths(String column, UnaryOperator<BigDecimal> conversion) {
        BigDecimal number = decimal(column);
        if (number.signum() < 0) {
            throw fault(
                    column,
                    "NEGATIVE_QUANTITY",
                    "It is below zero. An amount is at least 0: send what it is after a correction, and returns in a feed of their own.");
        }
        try {
            long result = Quantity.thousandths(conversion.apply(number));
            if (result <= Quantity.LIMIT) {
                return result;
            }
        } catch (ArithmeticException e) {
            throw fault(
                    column,
                    "QUANTITY_TOO_FINE",
                    "In the unit of the part it has more than three digits after the point; round it there.");
        }
        throw fault(column, "QUANTITY_TOO_LARGE", "The limit is 9,000,000,000,000; check the unit.");
    }

    /** A short number of digits only; -1 for anything else. Most numbers are, and reading them must be quick. */
    private static long whole(String text) {
        if (text.length() > 12) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    public BigDecimal decimal(String column) {
        String value = text(column);
        if (!DECIMAL.matcher(value).matches()) {
            throw fault(
                    column,
                    "NOT_A_NUMBER",
                    LONG.matcher(value).matches()
                            ? "Write at most 15 digits before the point and 12 after it."
                            : "Write digits with a point before the fraction, without thousands separators, exponent or unit.");
        }
        return new BigDecimal(value);
    }

    /** A factor, as units of one thing per unit of another: exact, at least 0, up to twelve digits after the point. */
    public BigDecimal factor(String column) {
        BigDecimal factor = decimal(column);
        if (factor.signum() < 0) {
            throw fault(column, "NEGATIVE_QUANTITY", "A factor is at least 0.");
        }
        if (factor.compareTo(LARGEST_FACTOR) > 0) {
            throw fault(column, "QUANTITY_TOO_LARGE", "A factor is at most 1,000,000,000; check the unit.");
        }
        return factor;
    }

    public int integer(String column, int from, int to) {
        BigDecimal number = decimal(column);
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(from)) < 0
                || number.compareTo(BigDecimal.valueOf(to)) > 0) {
            throw fault(column, "OUT_OF_RANGE", "Write a whole number from %d to %d.".formatted(from, to));
        }
        return number.intValueExact();
    }

    /** A date {@code YYYY-MM-DD}, or a month {@code YYYY-MM} read as its first day. */
    public LocalDate date(String column) {
        LocalDate date;
        try {
            date = Dates.parsed(text(column));
        } catch (DateTimeException e) {
            throw fault(column, "DATE_INVALID", FORM.getOrDefault(column, DAY_FORM));
        }
        return inRange(column, date);
    }

    private LocalDate inRange(String column, LocalDate date) {
        if (date.getYear() < 1950 || date.getYear() > 2150) {
            throw fault(column, "DATE_OUT_OF_RANGE", "The year must lie in 1950 to 2150.");
        }
        return date;
    }

    /** A date that is the first day of a bucket; a week may be {@code YYYY-Www} as well. */
    public LocalDate bucket(String column, BucketCalendar calendar) {
        if (calendar == BucketCalendar.ISO_WEEK && WEEK.matcher(text(column)).matches()) {
            try {
                return inRange(column, Dates.monday(cell(column)));
            } catch (DateTimeException e) {
                throw fault(column, "DATE_INVALID", String.valueOf(e.getMessage()));
            }
        }
        LocalDate date = date(column);
        if (calendar != BucketCalendar.MONTH && text(column).length() == 7) {
            throw fault(
                    column, "NOT_A_BUCKET", "A month is neither a week nor a day; name the bucket by its first day.");
        }
        if (!calendar.floor(date).equals(date)) {
            throw fault(
                    column,
                    "NOT_A_BUCKET",
                    calendar == BucketCalendar.ISO_WEEK
                            ? "Name a week by its Monday: the week that holds this day begins on %s, the next one on %s; or write YYYY-Www."
                                    .formatted(calendar.floor(date), calendar.plus(calendar.floor(date), 1))
                            : "Name a month as YYYY-MM or by its first day.");
        }
        return date;
    }

    public RowFault fault(String column, String reason, String help) {
        return new RowFault(new Rejection(line, column, columns.contains(column) ? cell(column) : "", reason, help));
    }

    private String cell(String column) {
        return cells.get(columns.indexOf(column)).strip();
    }
}
