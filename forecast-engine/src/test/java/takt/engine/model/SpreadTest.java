package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void aPoissonDemandOfOneIsZeroInThirtySevenOfAHundred() {
        // P(0) = 0.368, P(<=1) = 0.736, P(<=2) = 0.920
        assertThat(Spread.quantiles(1, 1)).containsExactly(0, 0, 0, 1, 1, 1, 1, 2, 2);
    }

    @Test
    void aNegativeBinomialOfMeanOneAndVarianceTwoHalvesAtEachStep() {
        // r = 1, p = 1/2: P(0) = 0.5, P(<=1) = 0.75, P(<=2) = 0.875, P(<=3) = 0.9375
        assertThat(Spread.quantiles(1, 2)).containsExactly(0, 0, 0, 0, 0, 1, 1, 2, 3);
    }

    @Test
    void aFastMoverSpreadsLikeAGamma() {
        double[] quantiles = Spread.quantiles(1000, 10_000);
        assertThat(quantiles[4]).isCloseTo(996.7, within(0.5)); // median = mean - variance / (3 mean), nearly
        assertThat(quantiles[8] - quantiles[0]).isCloseTo(2 * 1.2816 * 100, within(3.0));
    }

    @Test
    void nothingExpectedIsNothingAtEveryLevel() {
        assertThat(Spread.quantiles(0, 5)).containsOnly(0);
    }

    @Test
    void quantilesNeverFallHoweverLargeTheNumbers() {
        for (double mean : new double[] {0.001, 0.5, 7, 59, 61, 1e6, 1e12}) {
            for (double ratio : new double[] {0, 0.5, 1, 3, 50}) {
                double[] quantiles = Spread.quantiles(mean, mean * ratio);
                for (int i = 1; i < quantiles.length; i++) {
                    assertThat(quantiles[i])
                            .isGreaterThanOrEqualTo(quantiles[i - 1])
                            .isFinite();
                }
            }
        }
    }
}
