package takt.forecast.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import takt.engine.backtest.RatioEstimate;
import takt.kernel.BucketCalendar;

class DriftTest {

    /** Forty series that sold 10 each and lost 2 and 4 in turn, times a factor. */
    private static RatioEstimate losses(double factor) {
        RatioEstimate sum = RatioEstimate.NOTHING;
        for (int i = 0; i < 40; i++) {
            sum = sum.plus(factor * (i % 2 == 0 ? 2 : 4), 10);
        }
        return sum;
    }

    @Test
    void theStandardErrorOfARatioIsThatOfItsResiduals() {
        // ratio 120 / 400; residuals -1 and +1: variance 40 / 39 x 40 / 400²
        assertThat(losses(1).ratio()).isCloseTo(0.3, within(1e-12));
        assertThat(losses(1).standardError()).isCloseTo(Math.sqrt(40.0 / 39 * 40) / 400, within(1e-12));
    }

    @Test
    void aLossWithinItsBandIsNoDriftAndOneAboveIsADrift() {
        // standard errors 0.0160 and 1.2 x 0.0160: the band ends at 0.3 + 3 x 0.0250 = 0.375
        assertThat(Drift.of(BucketCalendar.MONTH, losses(1), losses(1.2))).hasValueSatisfying(f -> {
            assertThat(f.drifted()).isFalse();
            assertThat(f.sentence())
                    .contains("loss 0.360", "over 40 series", "held out 0.300", "up to 0.375", "no drift");
        });
        assertThat(Drift.of(BucketCalendar.MONTH, losses(1), losses(1.6)))
                .hasValueSatisfying(f -> assertThat(f.drifted()).isTrue());
    }

    @Test
    void aHandfulOfSeriesSaysNothing() {
        assertThat(Drift.of(BucketCalendar.MONTH, losses(1), RatioEstimate.NOTHING.plus(9, 10)))
                .isEmpty();
    }
}
