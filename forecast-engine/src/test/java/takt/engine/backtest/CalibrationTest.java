package takt.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import takt.engine.model.Prediction;
import takt.engine.model.Spread;

class CalibrationTest {

    private static final int STEPS = 12;

    private static Prediction[] path(double deviation) {
        Prediction[] path = new Prediction[STEPS];
        java.util.Arrays.fill(path, new Spread(1000, deviation * deviation));
        return path;
    }

    @Test
    void aSpreadThatWasHalfOfWhatCameIsDoubled() {
        Random random = new Random(1);
        Calibration calibration = new Calibration();
        for (int i = 0; i < 600; i++) {
            double[] actuals = random.doubles(STEPS)
                    .map(u -> 1000 + 100 * random.nextGaussian())
                    .toArray();
            calibration.learn(path(50), actuals, 12);
        }
        for (double factor : calibration.factors()) {
            assertThat(factor).isBetween(1.75, 2.0);
        }
    }

    @Test
    void fewBucketsChangeNothing() {
        Calibration calibration = new Calibration();
        calibration.learn(path(50), new double[STEPS], 12);
        assertThat(calibration.factors()).containsOnly(1);
    }

    @Test
    void levelsThatWereMisjudgedForTheWholeHorizonAreSeen() {
        Random random = new Random(2);
        Dependence together = new Dependence();
        Dependence apart = new Dependence();
        for (int i = 0; i < 500; i++) {
            double shared = 100 * random.nextGaussian();
            double[] same = new double[STEPS];
            double[] own = new double[STEPS];
            for (int h = 0; h < STEPS; h++) {
                same[h] = 1000 + Math.sqrt(0.7) * shared + Math.sqrt(0.3) * 100 * random.nextGaussian();
                own[h] = 1000 + 100 * random.nextGaussian();
            }
            together.learn(path(100), same, 3, i);
            apart.learn(path(100), own, 3, i);
        }
        assertThat(together.correlation()).isBetween(0.5, 0.8);
        assertThat(apart.correlation()).isLessThanOrEqualTo(0.2);
    }

    @Test
    void coverageCountsTheDemandAtOrBelowEachQuantile() {
        // a spread around 1000: 900 lies below its 0.1 quantile (936 with deviation 50), 1000 at the median, 1100 above
        // all
        Coverage coverage = new Coverage();
        assertThat(coverage.shares()).isEmpty();
        coverage.learn(
                path(50), new double[] {900, 1000, 1100, Double.NaN, Double.NaN, Double.NaN, 0, 0, 0, 0, 0, 2000});
        double[] shares = coverage.shares();
        assertThat(shares[0]).isEqualTo(6.0 / 9); // 900 and the five zeros
        assertThat(shares[8]).isEqualTo(7.0 / 9); // and 1000
    }
}
