package takt.capacity.commitment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import takt.kernel.Quantity;
import takt.kernel.Text;
import takt.kernel.Week;

/**
 * An answer as a supplier wrote it, by whatever way it came: each door puts it into these words, and here alone it is read.
 *
 * @param week date of a Monday, YYYY-MM-DD
 * @param committed in the line's unit
 * @param reason name of a {@link ShortfallReason}; empty for none
 * @param confirmed whether an amount far beyond what was asked for is meant
 */
public record AnswerDraft(
        @Nullable String lineId,
        @Nullable String week,
        @Nullable BigDecimal committed,
        @Nullable String reason,
        @Nullable String comment,
        boolean confirmed) {

    private static final int SHOWN = 100;
    private static final int DIGITS = 13;

    /** The answer, or why it makes no sense by itself: the others of its request are not its fault. */
    public Reading read() {
        try {
            return new Answer(readLine(), readWeek(), readAmount(), readReason(), readComment(), confirmed);
        } catch (Fault fault) {
            return fault.why;
        }
    }

    private UUID readLine() {
        return Text.uuid(text(lineId))
                .orElseThrow(() -> fault("REQUEST_ID_INVALID", "The line's id (%s) must be a UUID.", shown(lineId)));
    }

    private Week readWeek() {
        try {
            return new Week(LocalDate.parse(text(week)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw fault("WEEK_INVALID", "The week (%s) must be the date of a Monday, YYYY-MM-DD.", shown(week));
        }
    }

    private long readAmount() {
        if (committed == null) {
            throw fault("VALUE_MISSING", "The commitment (null) must be a number.");
        }
        if (committed.signum() < 0) {
            throw fault("QUANTITY_NEGATIVE", "The commitment (%s) must be at least 0.", shown(committed));
        }
        if (committed.precision() - (long) committed.scale() > DIGITS) {
            throw tooLarge(committed);
        }
        try {
            long thousandths = Quantity.thousandths(committed);
            if (thousandths > Quantity.LIMIT) {
                throw tooLarge(committed);
            }
            return thousandths;
        } catch (ArithmeticException e) {
            throw fault(
                    "QUANTITY_TOO_FINE",
                    "The commitment (%s) has more than three digits after the point.",
                    shown(committed));
        }
    }

    private static Fault tooLarge(BigDecimal committed) {
        return fault(
                "QUANTITY_TOO_LARGE",
                "The commitment (%s) must be at most %s.%nMaybe the unit is another one.",
                shown(committed),
                BigDecimal.valueOf(Quantity.LIMIT, 3).toBigInteger());
    }

    private ShortfallReason readReason() {
        return text(reason).isEmpty()
                ? ShortfallReason.UNSPECIFIED
                : Arrays.stream(ShortfallReason.values())
                        .filter(r -> r.name().equals(reason))
                        .findFirst()
                        .orElseThrow(() -> fault(
                                "REASON_UNKNOWN",
                                "The reason (%s) is none of %s.",
                                shown(reason),
                                Arrays.toString(ShortfallReason.values())));
    }

    private String readComment() {
        Optional<Reading.Unreadable> fault = Comments.fault(text(comment));
        if (fault.isPresent()) {
            throw new Fault(fault.get());
        }
        return text(comment);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The same number is shown alike, whatever zeros stood behind its point. */
    private static String shown(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return shown(Math.abs((long) bare.scale()) > DIGITS ? bare.toString() : bare.toPlainString());
    }

    private static String shown(@Nullable String value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN ? text : Text.cut(text, SHOWN) + "...";
    }

    private static Fault fault(String code, String message, Object... values) {
        return new Fault(new Reading.Unreadable(code, message.formatted(values)));
    }

    private static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Reading.Unreadable why;

        Fault(Reading.Unreadable why) {
            super(why.code(), null, false, false);
            this.why = why;
        }
    }
}
