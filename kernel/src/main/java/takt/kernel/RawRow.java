package takt.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** One row as it was read. Its getters judge one cell each and throw {@link RowFault} with what may help. */
public record RawRow(long line, List<String> columns, List<String> cells) {

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
        BigDecimal number = decimal(column);
        if (number.signum() < 0) {
            throw fault(column, "NEGATIVE_QUANTITY", "Send zero or more; book returns in a feed of their own.");
        }
        try {
            long result = Quantity.thousandths(number);
            if (result <= Quantity.LIMIT) {
                return result;
            }
        } catch (ArithmeticException e) {
            throw fault(column, "QUANTITY_TOO_FINE", "Round to at most three digits after the point.");
        }
        throw fault(column, "QUANTITY_TOO_LARGE", "The limit is 9,000,000,000,000; check the unit.");
    }

    public BigDecimal decimal(String column) {
        String value = text(column);
        if (!DECIMAL.matcher(value).matches()) {
            throw fault(
                    column,
                    "NOT_A_NUMBER",
                    "Write digits with a point before the fraction, without thousands separators.");
        }
        return new BigDecimal(value);
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
        String value = text(column);
        try {
            LocalDate date = value.length() == 7 ? YearMonth.parse(value).atDay(1) : LocalDate.parse(value);
            if (date.getYear() >= 1950 && date.getYear() <= 2150) {
                return date;
            }
        } catch (DateTimeParseException e) {
            throw fault(column, "DATE_INVALID", "Write YYYY-MM-DD or YYYY-MM with a month from 01 to 12.");
        }
        throw fault(column, "DATE_OUT_OF_RANGE", "The year must lie in 1950 to 2150.");
    }

    /** A date that is the first day of a bucket. */
    public LocalDate bucket(String column, BucketCalendar calendar) {
        LocalDate date = date(column);
        if (!calendar.floor(date).equals(date)) {
            throw fault(
                    column,
                    "NOT_A_BUCKET",
                    calendar == BucketCalendar.ISO_WEEK
                            ? "Name a week by its Monday, here " + calendar.floor(date) + "."
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
