package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForecastDistributionTest {

    private static final double[] LEVELS = {0.5, 0.95};

    private static ForecastDistribution poissons(double common) {
        Prediction one = new Spread(1, 1);
        return new ForecastDistribution(new Prediction[] {one, one, one}, common);
    }

    @Test
    void threeIndependentPoissonsOfOneAreAPoissonOfThree() {
        // Poisson(3): P(<=3) = 0.647, P(<=2) = 0.423; P(<=6) = 0.966, P(<=5) = 0.916
        Prediction sum = poissons(0).sum(3, 20_000, 1);
        assertThat(sum.mean()).isCloseTo(3, within(1e-9));
        assertThat(sum.quantiles(LEVELS)).containsExactly(3, 6);
    }

    @Test
    void stepsThatMoveTogetherMakeTheTailOfTheSumHeavier() {
        assertThat(poissons(0.8).sum(3, 20_000, 1).quantiles(LEVELS)[1]).isGreaterThan(6);
    }

    @Test
    void theSameSeedGivesTheSamePaths() {
        assertThat(poissons(0.3).paths(3, 50, 9)).isDeepEqualTo(poissons(0.3).paths(3, 50, 9));
    }

    @Test
    void aBlendOfSlowMoversIsWholePieces() {
        Prediction blend = new Blend(java.util.List.of(new Spread(1, 1), new Spread(2, 2)));
        // medians 1 and 2: 1.5 rounds half to even
        assertThat(blend.mean()).isEqualTo(1.5);
        assertThat(blend.quantiles(LEVELS)[0]).isEqualTo(2);
    }

    @Test
    void halfTheWeightLiesAtOrBelowTheWeightedMedian() {
        Prediction seen = new Empirical(2, new double[] {1, 2, 10}, new double[] {1, 1, 3});
        assertThat(seen.quantiles(new double[] {0.2, 0.4, 0.5})).containsExactly(1, 2, 10);
    }
}
