package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import takt.engine.Examples;

class LocalModelsTest {

    private static final PoolStatistics POOL = PoolStatistics.of(List.of());

    private static Prediction[] forecast(Forecaster forecaster, SeriesContext context, int horizon) {
        return forecaster.forecast(forecaster.learn(context, POOL), context, horizon);
    }

    @Test
    void seasonalNaiveRepeatsTheMonthOfLastYear() {
        double[] year = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120};
        Prediction[] path = forecast(new SeasonalNaive(), Examples.context(year), 13);
        assertThat(path[0].mean()).isEqualTo(10);
        assertThat(path[11].mean()).isEqualTo(120);
        assertThat(path[12].mean()).isEqualTo(10);
    }

    @Test
    void smoothingOfAConstantIsTheConstantWithoutSpread() {
        Prediction path = forecast(AutoEts.simple(), Examples.context(5, 5, 5, 5, 5, 5), 1)[0];
        assertThat(path.mean()).isCloseTo(5, within(1e-9));
    }

    @Test
    void smoothingFollowsALevelThatJumped() {
        Prediction path = forecast(AutoEts.simple(), Examples.context(1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9), 1)[0];
        assertThat(path.mean()).isCloseTo(9, within(0.1));
    }

    @Test
    void theWeightedMeanOfTwoMonthsLeansToTheNewerOne() {
        // weights 0.9 and 1: (0.9 x 0 + 1 x 19) / 1.9 = 10
        assertThat(WeightedMoments.of(new double[] {0, 19}, 0.9).mean()).isCloseTo(10, within(1e-12));
    }

    @Test
    void halfOfTheDispersionIsThePools() {
        // own: (variance 10 - mean 2) / 4 = 2; pool 1; half way 1.5
        assertThat(POOL.shrunk(new WeightedMoments(0.9, 36, 2, 10))).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void lastTwelveForgetsWhatIsOlder() {
        double[] values = new double[24];
        java.util.Arrays.fill(values, 0, 12, 100);
        java.util.Arrays.fill(values, 12, 24, 4);
        assertThat(forecast(new LastTwelve(), Examples.context(values), 1)[0].mean())
                .isEqualTo(4);
    }
}
