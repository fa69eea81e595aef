package takt.capacity.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static takt.capacity.Examples.ANSWER_BY;
import static takt.capacity.Examples.FIRST;
import static takt.capacity.Examples.group;
import static takt.capacity.Examples.line;
import static takt.capacity.Examples.link;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import takt.capacity.commitment.Answer;
import takt.capacity.commitment.AskedLine;
import takt.capacity.commitment.Commitment;
import takt.capacity.commitment.ShortfallReason;
import takt.kernel.Quantity;
import takt.kernel.UnitCode;

class MatchingTest {

    @ParameterizedTest
    @CsvSource({
        "100, ZERO_DEVIATION",
        "99, SURPLUS",
        "0, SURPLUS",
        "101, BOTTLENECK_FLEXIBLE",
        "120, BOTTLENECK_FLEXIBLE",
        "121, BOTTLENECK"
    })
    void demandAgainstAnActualOf100AndAMaximumOf120(long demand, WeekResult result) {
        assertThat(WeekResult.of(java.math.BigDecimal.valueOf(demand), 100, 120))
                .isEqualTo(result);
    }

    @Test
    void twoPartsShareAGroupByTheirLoadFactors() {
        // 40 x 1.5 + 50 x 1 = 110: ten above the actual 100, within the maximum 120. Second week 60: surplus.
        List<Gap> gaps = new GroupMatching(
                        group(List.of(link("A", 1.5), link("B", 1)), 100, 120, 2),
                        List.of(line("A", 40, 20), line("B", 50, 30)))
                .gaps();
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(GapKind.BOTTLENECK_FLEXIBLE);
            assertThat(gap.weeks()).containsExactly(FIRST);
            assertThat(gap.gap()).isEqualTo(Quantity.of(10, UnitCode.H87));
            assertThat(gap.demand()).isEqualTo(Quantity.of(110, UnitCode.H87));
            assertThat(gap.parts()).containsExactly("A", "B");
        });
    }

    @Test
    void aThirdOfAPieceTooManyIsABottleneckAndIsNotRoundedAway() {
        // 1 piece x 1.001 = 1.001 against a maximum of 1
        List<Gap> gaps = new GroupMatching(group(List.of(link("A", 1.001)), 1, 1, 1), List.of(line("A", 1))).gaps();
        assertThat(gaps)
                .singleElement()
                .satisfies(gap -> assertThat(gap.gap().thousandths()).isEqualTo(1));
    }

    @Test
    void aWeekWithoutCapacityEntryIsNotJudged() {
        assertThat(new GroupMatching(group(List.of(link("A", 1)), 10, 10, 1), List.of(line("A", 5, 500))).gaps())
                .isEmpty();
    }

    @Test
    void twelveWeeksOfCumulativeOverloadAreCriticalElevenAreNot() {
        long[] eleven = new long[11];
        Arrays.fill(eleven, 11);
        long[] twelve = new long[12];
        Arrays.fill(twelve, 11);
        assertThat(new GroupMatching(group(List.of(link("A", 1)), 10, 20, 12), List.of(line("A", eleven)))
                        .gaps()
                        .get(0)
                        .cause()
                        .critical())
                .isFalse();
        assertThat(new GroupMatching(group(List.of(link("A", 1)), 10, 20, 12), List.of(line("A", twelve)))
                        .gaps()
                        .get(0)
                        .cause()
                        .critical())
                .isTrue();
    }

    private static Commitment committed(AskedLine line, int week, long pieces) {
        return new Commitment(
                line, new Answer(line.id(), FIRST.plus(week), pieces * 1000, ShortfallReason.CAPACITY, "", false), 1);
    }

    @Test
    void sixHundredOfSevenHundredCommittedIsAGapOfAHundredWithItsChance() {
        AskedLine line = line("A", 700, 700);
        List<Gap> gaps = CommitmentMatching.gaps(
                List.of(line), List.of(committed(line, 0, 600), committed(line, 1, 700)), ANSWER_BY);
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(GapKind.COMMITMENT_SHORTFALL);
            assertThat(gap.gap()).isEqualTo(Quantity.of(100, UnitCode.H87));
            // q10 = 350, q50 = 700: at 600 the level is 0.1 + 0.4 x 250/350 = 0.386
            assertThat(gap.cause().chance()).isCloseTo(1 - 0.3857, within(1e-3));
        });
    }

    @Test
    void silenceIsOverdueOnTheDayAfterTheAnswerTimeAndNotBefore() {
        List<AskedLine> lines = List.of(line("A", 700), line("B", 5));
        assertThat(CommitmentMatching.gaps(lines, List.of(), ANSWER_BY)).isEmpty();
        assertThat(CommitmentMatching.gaps(lines, List.of(), ANSWER_BY.plusDays(1)))
                .singleElement()
                .satisfies(gap -> assertThat(gap.kind()).isEqualTo(GapKind.COMMITMENT_OVERDUE));
        assertThat(CommitmentMatching.gaps(lines, List.of(committed(lines.get(0), 0, 700)), ANSWER_BY.plusDays(1)))
                .isEmpty();
    }
}
