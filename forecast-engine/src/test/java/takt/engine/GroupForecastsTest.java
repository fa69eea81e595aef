package takt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import takt.engine.model.ForecastDistribution;
import takt.engine.model.Prediction;

class GroupForecastsTest {

    private static double[] moved(double own, double mean) {
        ForecastDistribution distribution = new ForecastDistribution(new Prediction[] {Prediction.spread(own, own)}, 0);
        return GroupForecasts.moved(distribution, new double[] {mean})
                .steps()[0]
                .quantiles(new double[] {0.1, 0.5, 0.9});
    }

    @Test
    void aGroupKeepsTheShapeOfItsOwnSpreadAroundTheMeanOfItsParts() {
        // Poisson of 100: about 87, 100 and 113; twice that around 200
        assertThat(moved(100, 200)[0]).isCloseTo(174, within(6.0));
        assertThat(moved(100, 200)[2]).isCloseTo(226, within(6.0));
    }

    @Test
    void aGroupThatHardlyHadDemandSaysNothingOfHowMuchMoreWillVary() {
        // one piece in nine months says zero up to high levels; around 200 that would be zero, and then 1,600
        assertThat(moved(0.11, 200)[1]).isBetween(80.0, 250.0);
        assertThat(moved(0.11, 200)[2]).isBetween(250.0, 700.0);
    }
}
