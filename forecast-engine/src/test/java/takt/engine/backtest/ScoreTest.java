package takt.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import takt.engine.model.Interpolated;
import takt.engine.model.Prediction;

class ScoreTest {

    private static Prediction point(double value) {
        return new Interpolated(value, new double[] {0.5}, new double[] {value});
    }

    @Test
    void forecastingZeroScoresExactlyOne() {
        // every level loses q x y; 2 x mean(q) = 1
        assertThat(Score.of(point(0), 10).wql()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aPointForecastThatIsTwoTooHighOnTenLosesAFifth() {
        // loss (1 - q) x 2, summed over the levels 2 x 4.5 = 9; 2 x 9 / 9 / 10 = 0.2
        Score score = Score.of(point(12), 10);
        assertThat(score.wql()).isCloseTo(0.2, within(1e-12));
        assertThat(score.wape()).isCloseTo(0.2, within(1e-12));
        assertThat(score.bias()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void anUnknownActualIsLeftOut() {
        Score score = Score.of(new Prediction[] {point(5), point(5)}, new double[] {Double.NaN, 5}, 0, 1);
        assertThat(score.buckets()).isEqualTo(1);
        assertThat(score.wql()).isZero();
    }
}
