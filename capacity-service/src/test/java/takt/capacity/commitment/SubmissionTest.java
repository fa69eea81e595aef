package takt.capacity.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static takt.capacity.Examples.FIRST;
import static takt.capacity.Examples.FOUNDRY;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import takt.capacity.Examples;
import takt.capacity.commitment.Submission.Refusal;

class SubmissionTest {

    private static final AskedLine LINE = Examples.line("A", 700, 700);

    private static Reading answer(int week, String pieces, String reason) {
        return new AnswerDraft(
                        LINE.id().toString(), FIRST.plus(week).toString(), new BigDecimal(pieces), reason, "", false)
                .read();
    }

    @Test
    void eachAnswerIsJudgedOnItsOwnAndRefusalsSayWhichOneItWas() {
        Submission submission = Submission.of(
                List.of(
                        answer(0, "700", ""),
                        answer(1, "-1", "CAPACITY"),
                        answer(0, "600", "CAPACITY"),
                        answer(1, "600", "CAPACITY")),
                FOUNDRY,
                List.of(LINE),
                List.of(),
                true);
        assertThat(submission.outcome().accepted()).isEqualTo(2);
        assertThat(submission.outcome().unchanged()).isZero();
        assertThat(submission.outcome().refusals()).extracting(Refusal::index).containsExactly(1, 2);
        assertThat(submission.outcome().refusals())
                .extracting(Refusal::code)
                .containsExactly("QUANTITY_NEGATIVE", "WEEK_INVALID"); // week 0 is answered twice
        assertThat(submission.commitments())
                .extracting(c -> c.answer().committed())
                .containsExactlyInAnyOrder(700_000L, 600_000L);
    }

    @Test
    void whatIsInForceAlreadyIsUnchanged() {
        Answer before = (Answer) answer(0, "600", "CAPACITY");
        Submission submission = Submission.of(
                List.of(answer(0, "600.000", "CAPACITY")),
                FOUNDRY,
                List.of(LINE),
                List.of(new Commitment(LINE, before, 1)),
                true);
        assertThat(submission.outcome()).isEqualTo(new Submission.Outcome(0, 1, List.of()));
    }
}
