package takt.capacity.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import takt.capacity.Examples;
import takt.capacity.matching.Gap;
import takt.capacity.matching.GapCause;
import takt.kernel.Quantity;
import takt.kernel.UnitCode;

class AlertWordsTest {

    private static String words(GapCause cause, int weeks) {
        return AlertWords.of(new Gap(
                "key",
                cause,
                Examples.FOUNDRY,
                List.of("A"),
                IntStream.range(0, weeks).mapToObj(Examples.FIRST::plus).toList(),
                Quantity.of(100, UnitCode.H87),
                Quantity.of(700, UnitCode.H87)));
    }

    @Test
    void eachCauseHasItsSentence() {
        assertThat(words(new GapCause.AboveMaximum("Line 1", true), 11))
                .isEqualTo("Line 1 at %s: 100 pieces more than the maximum can make, 11 weeks from %s, critical."
                        .formatted(Examples.FOUNDRY, Examples.FIRST));
        assertThat(words(new GapCause.AboveActual("Line 1", false), 1))
                .isEqualTo("Line 1 at %s: 100 pieces above the actual capacity, within the maximum, 1 week from %s."
                        .formatted(Examples.FOUNDRY, Examples.FIRST));
        assertThat(words(new GapCause.NotCommitted("A", 0.6), 1))
                .isEqualTo("A from %s: 100 pieces of 700 pieces not committed, 1 week from %s."
                        .formatted(Examples.FOUNDRY, Examples.FIRST));
        assertThat(words(new GapCause.NotAnswered(), 1))
                .isEqualTo("%s has not answered, though its time ran out.".formatted(Examples.FOUNDRY));
    }
}
