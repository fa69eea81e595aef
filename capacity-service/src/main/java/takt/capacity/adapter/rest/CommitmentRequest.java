package takt.capacity.adapter.rest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import takt.capacity.commitment.Answer;
import takt.capacity.commitment.Comments;
import takt.capacity.commitment.Reading;
import takt.capacity.commitment.ShortfallReason;
import takt.kernel.Quantity;
import takt.kernel.Week;
import takt.kit.Ids;
import takt.kit.error.TaktException;

/** Answers in JSON. */
public record CommitmentRequest(
        @Nullable String requestId, @Nullable List<AnswerView> answers) {

    /**
     * One answer.
     *
     * @param week date of a Monday, YYYY-MM-DD
     * @param committed decimal amount in the line's unit, at most three digits after the point
     * @param reason CAPACITY, MATERIAL, LEAD_TIME or SHUTDOWN when it is less than asked for
     */
    public record AnswerView(
            @Nullable String lineId,
            @Nullable String week,
            @Nullable BigDecimal committed,
            @Nullable String reason,
            @Nullable String comment,
            @Nullable Boolean confirmed) {

        /** An answer that cannot be read is refused by itself; the others of the request are not its fault. */
        Reading reading() {
            try {
                return answer();
            } catch (TaktException e) {
                return new Reading.Unreadable(e.reason(), String.valueOf(e.getMessage()));
            }
        }

        private Answer answer() {
            return new Answer(
                    Ids.uuid("lineId", String.valueOf(lineId)),
                    parseWeek(),
                    thousandths(),
                    parseReason(),
                    parseComment(),
                    Boolean.TRUE.equals(confirmed));
        }

        private String parseComment() {
            String text = comment == null ? "" : comment;
            Optional<Reading.Unreadable> fault = Comments.fault(text);
            if (fault.isPresent()) {
                throw TaktException.invalid(
                        fault.get().code(), "comment", fault.get().message());
            }
            return text;
        }

        private Week parseWeek() {
            try {
                return new Week(LocalDate.parse(String.valueOf(week)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw TaktException.invalid(
                        "WEEK_INVALID",
                        "week",
                        "The week (%s) must be the date of a Monday, YYYY-MM-DD."
                                .formatted(Ids.cut(String.valueOf(week))));
            }
        }

        private long thousandths() {
            if (committed == null) {
                throw TaktException.invalid("VALUE_MISSING", "committed", "The commitment (null) must be a number.");
            }
            if (committed.signum() < 0) {
                throw TaktException.invalid(
                        "QUANTITY_NEGATIVE",
                        "committed",
                        "The commitment (%s) must be a number of at least 0.".formatted(Ids.cut(committed.toString())));
            }
            if (committed.precision() - (long) committed.scale() > 13) {
                throw TaktException.invalid(
                        "QUANTITY_TOO_LARGE",
                        "committed",
                        "The commitment (%s) must be below 10,000,000,000,000.%nMaybe the unit is another one."
                                .formatted(Ids.cut(committed.toString())));
            }
            try {
                return Quantity.thousandths(committed);
            } catch (ArithmeticException e) {
                throw TaktException.invalid(
                        "QUANTITY_TOO_FINE",
                        "committed",
                        "The commitment (%s) has more than three digits after the point."
                                .formatted(Ids.cut(committed.toString())));
            }
        }

        private ShortfallReason parseReason() {
            if (reason == null || reason.isEmpty()) {
                return ShortfallReason.UNSPECIFIED;
            }
            return Arrays.stream(ShortfallReason.values())
                    .filter(r -> r.name().equals(reason))
                    .findFirst()
                    .orElseThrow(() -> TaktException.invalid(
                            "REASON_UNKNOWN",
                            "reason",
                            "The reason (%s) is none of %s."
                                    .formatted(Ids.cut(reason), Arrays.toString(ShortfallReason.values()))));
        }
    }
}
