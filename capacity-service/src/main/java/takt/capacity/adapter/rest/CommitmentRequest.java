package takt.capacity.adapter.rest;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import takt.capacity.commitment.AnswerDraft;

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

        AnswerDraft draft() {
            return new AnswerDraft(lineId, week, committed, reason, comment, Boolean.TRUE.equals(confirmed));
        }
    }
}
