package takt.proto.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import takt.proto.type.v1.Cause;

class CausePartsTest {

    enum Colour {
        RED
    }

    sealed interface Why {}

    record PlainWords(String words) implements Why {}

    record AllKinds(
            double share,
            int few,
            long many,
            boolean closed,
            Colour colour,
            LocalDate day,
            List<LocalDate> days,
            String none)
            implements Why {}

    sealed interface OtherWhy {}

    record Elsewhere() implements OtherWhy {}

    private static final AllKinds CAUSE = new AllKinds(
            0.25,
            3,
            1L << 40,
            true,
            Colour.RED,
            LocalDate.of(2001, 4, 2),
            List.of(LocalDate.of(2001, 4, 9), LocalDate.of(2001, 4, 16)),
            "");

    @Test
    void numbersAreFiguresAndAllElseIsANameAndWhatIsEmptyIsLeftOut() {
        Cause message = CauseParts.of(CAUSE).message();
        assertThat(message.getCode()).isEqualTo("ALL_KINDS");
        assertThat(message.getFiguresMap()).isEqualTo(Map.of("share", 0.25, "few", 3.0, "many", 1099511627776.0));
        assertThat(message.getNamesMap())
                .isEqualTo(Map.of(
                        "closed", "true", "colour", "RED", "day", "2001-04-02", "days", "2001-04-09, 2001-04-16"));
    }

    @Test
    void whatWasTakenApartIsTheSameWhenItIsPutTogether() {
        assertThat(CauseParts.read(CauseParts.of(CAUSE).message()).as(Why.class))
                .isEqualTo(CAUSE);
        AllKinds bare = new AllKinds(Double.NaN, 0, 0, false, Colour.RED, LocalDate.EPOCH, List.of(), "");
        assertThat(CauseParts.of(bare).figures()).doesNotContainKey("share");
        assertThat(CauseParts.of(bare).as(Why.class)).isEqualTo(bare);
    }

    @Test
    void aCauseOfAnotherKindIsToldFromOnesOwn() {
        CauseParts elsewhere = CauseParts.of(new Elsewhere());
        assertThat(elsewhere.isOneOf(OtherWhy.class)).isTrue();
        assertThat(elsewhere.isOneOf(Why.class)).isFalse();
        assertThatThrownBy(() -> elsewhere.as(Why.class))
                .hasMessageContaining("(ELSEWHERE) is none of Why")
                .hasMessageContaining("a newer build");
    }

    @Test
    void aCauseThatNobodyHasWordsForIsShownByItsCode() {
        assertThat(CauseWords.of(new Elsewhere())).startsWith("ELSEWHERE");
        assertThat(CauseWords.of(List.of(new Elsewhere(), new Elsewhere()))).contains("ELSEWHERE {} {} ELSEWHERE");
    }
}
