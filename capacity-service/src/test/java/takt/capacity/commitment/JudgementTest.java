package takt.capacity.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static takt.capacity.Examples.FIRST;
import static takt.capacity.Examples.FOUNDRY;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import takt.capacity.Examples;
import takt.kernel.PartnerId;
import takt.kernel.Week;

class JudgementTest {

    private static final AskedLine LINE = Examples.line("A", 700, 700);

    private static Answer answer(Week week, long pieces, ShortfallReason reason) {
        return new Answer(LINE.id(), week, pieces * 1000, reason, "", false);
    }

    private static String refusal(Answer answer, PartnerId caller, Optional<AskedLine> line) {
        return Judgement.of(answer, caller, line, Optional.empty(), true) instanceof Judgement.Refused refused
                ? refused.code()
                : "taken";
    }

    @Test
    void aFullAnswerIsTakenAsTheFirstRevision() {
        assertThat(Judgement.of(
                        answer(FIRST, 700, ShortfallReason.UNSPECIFIED),
                        FOUNDRY,
                        Optional.of(LINE),
                        Optional.empty(),
                        true))
                .isInstanceOfSatisfying(
                        Judgement.Accepted.class,
                        a -> assertThat(a.commitment().revision()).isEqualTo(1));
    }

    @Test
    void theSameAnswerAgainChangesNothingAndAnotherOneIsTheNextRevision() {
        Answer first = answer(FIRST, 600, ShortfallReason.CAPACITY);
        Optional<Commitment> inForce = Optional.of(new Commitment(LINE, first, 1));
        assertThat(Judgement.of(first, FOUNDRY, Optional.of(LINE), inForce, true))
                .isInstanceOf(Judgement.Unchanged.class);
        assertThat(Judgement.of(
                        answer(FIRST, 650, ShortfallReason.CAPACITY), FOUNDRY, Optional.of(LINE), inForce, true))
                .isInstanceOfSatisfying(
                        Judgement.Accepted.class,
                        a -> assertThat(a.commitment().revision()).isEqualTo(2));
    }

    @Test
    void theRefusals() {
        Answer good = answer(FIRST, 700, ShortfallReason.UNSPECIFIED);
        assertThat(refusal(good, FOUNDRY, Optional.empty())).isEqualTo("LINE_UNKNOWN");
        assertThat(refusal(good, new PartnerId("BPNL00000000T999"), Optional.of(LINE)))
                .isEqualTo("LINE_UNKNOWN");
        assertThat(refusal(answer(FIRST.plus(2), 700, ShortfallReason.UNSPECIFIED), FOUNDRY, Optional.of(LINE)))
                .isEqualTo("WEEK_OUTSIDE_PUBLICATION");
        assertThat(refusal(answer(FIRST.plus(-1), 700, ShortfallReason.UNSPECIFIED), FOUNDRY, Optional.of(LINE)))
                .isEqualTo("WEEK_OUTSIDE_PUBLICATION");
        assertThat(refusal(answer(FIRST, 600, ShortfallReason.UNSPECIFIED), FOUNDRY, Optional.of(LINE)))
                .isEqualTo("REASON_MISSING");
    }

    @Test
    void aLineThatIsNotKnownMayBeOnItsWayAsLongAsNotAllPublicationsHaveArrived() {
        Answer good = answer(FIRST, 700, ShortfallReason.UNSPECIFIED);
        assertThat(Judgement.of(good, FOUNDRY, Optional.empty(), Optional.empty(), false))
                .isInstanceOfSatisfying(Judgement.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("LINE_NOT_ARRIVED");
                    assertThat(refused.message()).contains("is not known", "in a new request");
                });
        assertThat(Judgement.of(good, FOUNDRY, Optional.of(LINE), Optional.empty(), false))
                .isInstanceOf(Judgement.Accepted.class);
    }
}
