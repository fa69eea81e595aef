package takt.ingest.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final Spelling SPELLING = new Spelling(
            CodeKind.PART, List.of("6Q0698151A", "6Q0698151B", "100200", "BOLT-M8", "bolt m8", "8K0-615-301"));

    @ParameterizedTest
    @CsvSource({
        "6Q0-698-151 A, 6Q0698151A, 0.97",
        "6q0698151a, 6Q0698151A, 0.99",
        "000100200, 100200, 0.95",
        "6QO698I51A, 6Q0698151A, 0.93"
    })
    void aSpellingIsProposedAndSaysHowAlikeItIs(String code, String means, double likeness) {
        Spelling.Proposal first = SPELLING.proposals(code, any -> true).get(0);
        assertThat(first.means()).isEqualTo(means);
        assertThat(first.likeness()).isEqualTo(likeness);
        assertThat(first.reason()).isNotBlank();
    }

    @Test
    void aSlipOfTheKeyboardIsProposedWithLessCertainty() {
        Spelling.Proposal first =
                SPELLING.proposals("8K0-615-310", means -> true).get(0);
        assertThat(first.means()).isEqualTo("8K0-615-301");
        assertThat(first.likeness()).isBetween(0.9, 0.95);
    }

    @Test
    void twoThatFitAreBothProposedAndSomethingElseIsNot() {
        assertThat(SPELLING.proposals("BOLTM8", means -> true))
                .extracting(Spelling.Proposal::means)
                .containsExactly("BOLT-M8", "bolt m8");
        assertThat(SPELLING.proposals("WHEEL-19", means -> true)).isEmpty();
        assertThat(SPELLING.proposals("---", means -> true)).isEmpty();
    }

    @Test
    void whatIsLearntOnTheWayIsKnownAndASlipIsNotClose() {
        Spelling spelling = new Spelling(CodeKind.PART, List.of());
        spelling.know("KNUCKLE-7");
        assertThat(spelling.close("knuckle 7")).hasSize(1);
        assertThat(spelling.close("KNUCKLE-8")).isEmpty();
        assertThat(spelling.proposals("KNUCKLE-8", means -> true)).hasSize(1);
    }

    @Test
    void aUnitIsKnownByItsUsualName() {
        assertThat(new Spelling(CodeKind.UNIT, List.of("H87", "KGM")).proposals("Stk.", means -> true))
                .extracting(Spelling.Proposal::means)
                .containsExactly("H87");
    }

    @Test
    void whatWasRejectedMakesRoomForTheNext() {
        Spelling four = new Spelling(CodeKind.PART, List.of("A-1", "A 1", "A.1", "A/1"));
        assertThat(four.proposals("A1", means -> true)).hasSize(3);
        assertThat(four.proposals("A1", "A/1"::equals))
                .extracting(Spelling.Proposal::means)
                .containsExactly("A/1");
    }
}
