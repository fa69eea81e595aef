package takt.cli.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import takt.cli.term.UserError;

/**
 * How the numbers of a file are written, found out from all of them: which mark comes before a fraction and what parts the
 * thousands. One number that has but one reading settles it for the file; where none does and some have two readings, it
 * must be said. Signs behind, parentheses and blanks of every kind are read as they are meant.
 */
final class NumberMarks {

    /** Blanks and apostrophes that part thousands; none of them means anything else in a number. */
    private static final String GAPS = "[ \u00A0\u2007\u2009\u202F'\u2019]";

    private static final Pattern WITH_GAPS = Pattern.compile("\\d{1,3}(" + GAPS + "\\d{3})+([.,]\\d+)?");
    private static final Pattern BOTH = Pattern.compile("\\d{1,3}(([.,])\\d{3})(\\2\\d{3})*(?!\\2)([.,])\\d+");
    private static final Pattern GROUPS = Pattern.compile("[1-9]\\d{0,2}([.,])\\d{3}(\\1\\d{3})+");
    private static final Pattern UNCLEAR = Pattern.compile("[1-9]\\d{0,2}([.,])\\d{3}");
    private static final Pattern FRACTION = Pattern.compile("\\d+([.,])\\d+");

    private final @Nullable Boolean asked;
    private String comma = "";
    private String point = "";
    private String unclear = "";

    /** @param hasDecimalComma what the user says; null is found out */
    NumberMarks(@Nullable Boolean hasDecimalComma) {
        this.asked = hasDecimalComma;
    }

    /** Takes a cell of a column of numbers. */
    void hear(String column, String cell) {
        if (NumberTexts.isPlain(cell)) {
            return;
        }
        String digits = NumberTexts.unsigned(cell);
        Optional<Character> mark = decimal(digits);
        if (mark.isPresent()) {
            if (mark.get() == ',') {
                comma = comma.isEmpty() ? column + ": " + cell.strip() : comma;
            } else {
                point = point.isEmpty() ? column + ": " + cell.strip() : point;
            }
        } else if (unclear.isEmpty() && UNCLEAR.matcher(digits).matches()) {
            unclear = column + ": " + cell.strip();
        }
    }

    /** The mark before the fraction that the number proves; nothing for a number that proves none. */
    private static Optional<Character> decimal(String digits) {
        Matcher gaps = WITH_GAPS.matcher(digits);
        if (gaps.matches()) {
            return Optional.ofNullable(gaps.group(2)).map(fraction -> fraction.charAt(0));
        }
        Matcher both = BOTH.matcher(digits);
        if (both.matches()) {
            return Optional.of(both.group(4).charAt(0));
        }
        Matcher groups = GROUPS.matcher(digits);
        if (groups.matches()) {
            return Optional.of(groups.group(1).charAt(0) == '.' ? ',' : '.');
        }
        Matcher fraction = FRACTION.matcher(digits);
        return fraction.matches() && !UNCLEAR.matcher(digits).matches()
                ? Optional.of(fraction.group(1).charAt(0))
                : Optional.empty();
    }

    /** Ends the hearing; fails where a number may be two. */
    void settle() {
        if (asked != null) {
            return;
        }
        if (!comma.isEmpty() && !point.isEmpty()) {
            throw unclear("%s, but %s".formatted(comma, point));
        }
        if (!unclear.isEmpty() && comma.isEmpty() && point.isEmpty()) {
            throw unclear(unclear);
        }
    }

    private static UserError unclear(String example) {
        return new UserError(
                "A number may be a decimal or thousands (%s).%nMaybe say --decimal comma or --decimal point."
                        .formatted(example));
    }

    boolean hasDecimalComma() {
        return asked != null ? asked : !comma.isEmpty();
    }

    /** A number as a program writes it; what is none stays as it is. */
    String read(String cell) {
        if (NumberTexts.isPlain(cell)) {
            return cell;
        }
        String digits = NumberTexts.unsigned(cell);
        char decimal = hasDecimalComma() ? ',' : '.';
        char thousands = hasDecimalComma() ? '.' : ',';
        String bare = digits;
        if (WITH_GAPS.matcher(digits).matches()) {
            bare = digits.replaceAll(GAPS, "");
        } else if (digits.indexOf(thousands) >= 0
                && digits.matches("\\d{1,3}(\\" + thousands + "\\d{3})+(\\" + decimal + "\\d+)?")) {
            bare = digits.replace(String.valueOf(thousands), "");
        }
        if (!bare.matches("\\d+(\\" + decimal + "\\d+)?")) {
            return cell.strip();
        }
        return (NumberTexts.isNegative(cell) ? "-" : "") + bare.replace(decimal, '.');
    }
}
