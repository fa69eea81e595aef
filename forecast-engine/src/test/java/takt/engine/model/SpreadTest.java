package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void aPoissonDemandOfOneIsZeroInThirtySevenOfAHundred() {
        // P(0) = 0.368, P(<=1) = 0.736, P(<=2) = 0.920
        assertThat(new Spread(1, 1).quantiles()).containsExactly(0, 0, 0, 1, 1, 1, 1, 2, 2);
    }

    @Test
    void aNegativeBinomialOfMeanOneAndVarianceTwoHalvesAtEachStep() {
        // r = 1, p = 1/2: P(0) = 0.5, P(<=1) = 0.75, P(<=2) = 0.875, P(<=3) = 0.9375
        assertThat(new Spread(1, 2).quantiles()).containsExactly(0, 0, 0, 0, 0, 1, 1, 2, 3);
    }

    @Test
    void aFastMoverSpreadsLikeAGamma() {
        double[] quantiles = new Spread(1000, 10_000).quantiles();
        assertThat(quantiles[4]).isCloseTo(996.7, within(0.5)); // median = mean - variance / (3 mean), nearly
        assertThat(quantiles[8] - quantiles[0]).isCloseTo(2 * 1.2816 * 100, within(3.0));
    }

    @Test
    void aBroadGammaHasTheQuantilesOfItsOwnSearch() {
        for (double shape : new double[] {0.3, 0.8, 1, 2, 4.9}) {
            double[] quantiles = new Spread(500, 250_000 / shape).quantiles();
            var gamma = org.apache.commons.statistics.distribution.GammaDistribution.of(shape, 500 / shape);
            for (int i = 0; i < 9; i++) {
                assertThat(quantiles[i]).isCloseTo(gamma.inverseCumulativeProbability((i + 1) / 10.0), within(1e-3));
            }
        }
    }

    @Test
    void nothingExpectedIsNothingAtEveryLevel() {
        assertThat(new Spread(0, 5).quantiles()).containsOnly(0);
    }

    @Test
    void quantilesNeverFallHoweverLargeTheNumbers() {
        for (double mean : new double[] {0.001, 0.5, 7, 59, 61, 1e6, 1e12}) {
            for (double ratio : new double[] {0, 0.5, 1, 3, 50}) {
                double[] quantiles = new Spread(mean, mean * ratio).quantiles();
                for (int i = 1; i < quantiles.length; i++) {
                    assertThat(quantiles[i])
                            .isGreaterThanOrEqualTo(quantiles[i - 1])
                            .isFinite();
                }
            }
        }
    }
}
