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
        assertThat(MinTrace.shrinkage(parts)).isEqualTo(1);
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
        assertThat(MinTrace.shrinkage(together)).isLessThan(0.3);
        assertThat(MinTrace.shrinkage(apart)).isEqualTo(1);
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
}
