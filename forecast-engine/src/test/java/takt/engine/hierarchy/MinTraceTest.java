package takt.engine.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import takt.engine.Examples;
import takt.engine.series.DemandSeries;
import takt.kernel.BucketCalendar;

class MinTraceTest {

    private static final Hierarchy FAMILY = new Hierarchy(List.of(new Group("family", "brakes", new int[] {0, 1})), 2);

    @Test
    void aGapIsSharedByHowWrongEachForecastWas() {
        // errors without any common movement: variances 1 and 4 of the parts, 5 of the family
        double[][] parts = {{1, -1, 1, -1}, {2, 2, -2, -2}};
        double root = Math.sqrt(5);
        double[][] family = {{root, -root, -root, root}};
        assertThat(Shrinkage.of(parts)).isEqualTo(1);
        // the parts say 30, the family 40; C W C' = 1 + 4 + 5 = 10, so the parts take 1/10 and 4/10 of the gap
        double[] agreed = new MinTrace(FAMILY, parts, family).parts(new double[] {10, 20}, new double[] {40});
        assertThat(agreed[0]).isCloseTo(11, within(1e-6));
        assertThat(agreed[1]).isCloseTo(24, within(1e-6));
    }

    @Test
    void whatAgreesStaysAndNothingFallsBelowZero() {
        double[][] parts = {{1, -1, 1, -1}, {2, 2, -2, -2}};
        double[][] family = {{3, -3, -3, 3}};
        MinTrace trace = new MinTrace(FAMILY, parts, family);
        assertThat(trace.parts(new double[] {10, 20}, new double[] {30})).containsExactly(10, 20);
        assertThat(trace.parts(new double[] {0, 1}, new double[] {0})[0]).isZero();
        for (double mean : trace.parts(new double[] {1, 1}, new double[] {0})) {
            assertThat(mean).isNotNegative();
        }
    }

    @Test
    void partsThatMoveTogetherAreShrunkLess() {
        double[][] together = {{1, 2, -1, -2, 3, -3, 1, -1}, {1, 2, -1, -2, 3, -3, 1, -1}};
        double[][] apart = {{1, -1, 1, -1, 1, -1, 1, -1}, {1, 1, -1, -1, 1, 1, -1, -1}};
        assertThat(Shrinkage.of(together)).isLessThan(0.3);
        assertThat(Shrinkage.of(apart)).isEqualTo(1);
    }

    @Test
    void aGroupSumsWhatIsKnownAndLetsItStandForTheRest() {
        DemandSeries early = Examples.monthly("A", new double[] {4, 5, 6, Double.NaN});
        DemandSeries late = new DemandSeries(
                Examples.key("B"), BucketCalendar.MONTH, Examples.JANUARY.plusMonths(2), new double[] {10, Double.NaN});
        DemandSeries family = FAMILY.sums(List.of(early, late)).get(0);
        assertThat(family.first()).isEqualTo(LocalDate.from(Examples.JANUARY));
        assertThat(family.values()).containsExactly(4, 5, 16, Double.NaN);
        DemandSeries half = FAMILY.sums(List.of(
                        Examples.monthly("A", new double[] {4, 5, 6, 7}),
                        Examples.monthly("B", new double[] {1, 1, Double.NaN, 1})))
                .get(0);
        assertThat(half.values()).containsExactly(5, 6, 12, 8); // 6 of one part stand for two
    }

    @Test
    void aPartThatIsYetToComeDoesNotMakeItsGroupLarger() {
        DemandSeries coming = Examples.monthly("B", new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN});
        DemandSeries family = FAMILY.sums(List.of(Examples.monthly("A", new double[] {4, 5, 6, 7}), coming))
                .get(0);
        assertThat(family.values()).containsExactly(4, 5, 6, 7);
    }

    @Test
    void twoLevelsOfTheSameGroupAgreeToo() {
        // correlated errors, and a plant that is the family once more: the full formula on the five series by hand
        Hierarchy twice = new Hierarchy(
                List.of(new Group("family", "brakes", new int[] {0, 1}), new Group("plant", "North", new int[] {0, 1})),
                2);
        double[][] parts = {{1, -1, 1, -1}, {2, 2, -2, -2}};
        double[][] groups = {{3, -3, -3, 3}, {1, 1, -1, -1}};
        double[] agreed = new MinTrace(twice, parts, groups).parts(new double[] {10, 20}, new double[] {40, 30});
        // lambda is 1. C W C' = [[5 + 9, 5], [5, 5 + 1]], discrepancies (10, 0): inverse is [[6, -5], [-5, 14]] / 59,
        // so the weights are 60/59 and -50/59, and the parts change by their variances times 10/59
        assertThat(agreed[0]).isCloseTo(10 + 1 * 10 / 59.0, within(1e-6));
        assertThat(agreed[1]).isCloseTo(20 + 4 * 10 / 59.0, within(1e-6));
    }

    @Test
    void whatMovesTogetherIsCorrectedTogether() {
        // both parts err alike, so nothing is shrunk much; the formula is worked with W = S then
        double[][] parts = {{1, 2, -1, -2, 3, -3, 1, -1}, {1, 2, -1, -2, 3, -3, 1, -1}};
        double[][] family = {{1, 1, 1, 1, -1, -1, -1, -1}};
        double lambda = Shrinkage.of(parts);
        double variance = 30 / 8.0; // of either part, and of both together
        // the family errs e_g, the parts 2 e: the gap is e_g - 2 e
        double crossed = (1 + 2 - 1 - 2 - 3 + 3 - 1 + 1) / 8.0; // e with e_g
        double gapGap = 1 - 4 * crossed + 4 * variance;
        double partGap = crossed - 2 * variance;
        double own = (1 - lambda) * gapGap + lambda * (1 + 2 * variance);
        double change = ((1 - lambda) * partGap - lambda * variance) / own * 10;
        double[] agreed = new MinTrace(FAMILY, parts, family).parts(new double[] {10, 20}, new double[] {40});
        assertThat(lambda).isLessThan(1);
        assertThat(agreed[0]).isCloseTo(10 - change, within(1e-6));
        assertThat(agreed[1]).isCloseTo(20 - change, within(1e-6));
    }
}
