package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import takt.engine.Examples;

class KernelsTest {

    private static final double[] EVERY_OTHER = {0, 4, 0, 4, 0, 4, 0, 4};

    private static Prediction[] forecast(Forecaster forecaster, double... values) {
        SeriesContext context = Examples.context(values);
        return forecaster.forecast(forecaster.learn(context, PoolStatistics.of(List.of())), context, 12);
    }

    @Test
    void fourPiecesEveryOtherMonthAreTwoAMonth() {
        // size 4, interval 2
        assertThat(Intermittent.CROSTON.of(EVERY_OTHER)).isCloseTo(2, within(1e-12));
        // blocks of two months sum up to 4 each
        assertThat(Intermittent.ADIDA.of(EVERY_OTHER)).isCloseTo(2, within(1e-12));
        assertThat(Intermittent.SBA.of(EVERY_OTHER)).isBetween(1.5, 2.0);
    }

    @Test
    void threePiecesEveryMonthAreThreeAMonthForEveryMethod() {
        double[] steady = {3, 3, 3, 3, 3, 3};
        assertThat(Intermittent.CROSTON.of(steady)).isCloseTo(3, within(1e-12));
        assertThat(Intermittent.TSB.of(steady)).isCloseTo(3, within(1e-12));
        assertThat(Intermittent.ADIDA.of(steady)).isCloseTo(3, within(1e-12));
        assertThat(Intermittent.IMAPA.of(steady)).isCloseTo(3, within(1e-12));
        assertThat(Intermittent.LAST_TWELVE.of(steady)).isEqualTo(3);
    }

    @Test
    void whatIsNoLongerAskedForFadesWithTsbAndStaysWithCroston() {
        double[] dying = new double[36];
        for (int t = 0; t < 12; t++) {
            dying[t] = 5;
        }
        assertThat(Intermittent.TSB.of(dying)).isLessThan(0.5);
        assertThat(Intermittent.CROSTON.of(dying)).isCloseTo(5, within(1e-9));
    }

    @Test
    void thetaContinuesALineWithHalfItsSlope() {
        double[] line = IntStream.range(0, 30).mapToDouble(t -> 10 + 2 * t).toArray();
        Prediction[] path = forecast(new Theta(), line);
        assertThat(path[0].mean()).isCloseTo(68 + 1, within(0.05));
        assertThat(path[1].mean() - path[0].mean()).isCloseTo(1, within(1e-9));
    }

    @Test
    void autoEtsContinuesALineAndASeason() {
        Random random = new Random(3);
        double[] values = IntStream.range(0, 60)
                .mapToDouble(t -> 100 + 2 * t + 20 * Math.sin(2 * Math.PI * t / 12) + random.nextGaussian())
                .toArray();
        Prediction[] path = forecast(AutoEts.auto(), values);
        for (int h = 1; h <= 12; h++) {
            int t = 59 + h;
            assertThat(path[h - 1].mean()).isCloseTo(100 + 2 * t + 20 * Math.sin(2 * Math.PI * t / 12), within(6.0));
        }
    }

    @Test
    void autoEtsDoesNotSeeASeasonInNoise() {
        Random random = new Random(5);
        double[] noise = IntStream.range(0, 48)
                .mapToDouble(t -> 100 + 5 * random.nextGaussian())
                .toArray();
        double[] form = AutoEts.auto().learn(noise, 12).array("form");
        assertThat(form[2]).isZero();
    }

    /** No start near the one that was solved for may fit better, and none of a hundred weights. */
    @Test
    void theFitOfSimpleSmoothingIsTheLeastOfAll() {
        Random random = new Random(7);
        double level = 50;
        double[] y = new double[40];
        for (int t = 0; t < y.length; t++) {
            level += 2 * random.nextGaussian();
            y[t] = level + 3 * random.nextGaussian();
        }
        FittedState state = AutoEts.simple().learn(y, 12);
        double fitted = state.value("variance") * (40 - 3 + 1);
        for (double alpha = 0.01; alpha < 1; alpha += 0.01) {
            for (double start = 30; start < 70; start += 0.5) {
                double l = start;
                double squares = 0;
                for (double v : y) {
                    squares += (v - l) * (v - l);
                    l += alpha * (v - l);
                }
                assertThat(fitted).isLessThanOrEqualTo(squares * 1.0005);
            }
        }
    }

    @Test
    void anUnknownMonthIsNotAZero() {
        double[] known = {7, 7, Double.NaN, 7, 7, Double.NaN, 7, 7, 7, 7};
        for (Forecaster forecaster : Forecasters.locals()) {
            if (forecaster.accepts(Examples.context(known))
                    && !forecaster.name().equals("sba")) {
                assertThat(forecast(forecaster, known)[0].mean())
                        .as(forecaster.name())
                        .isCloseTo(7, within(1e-6));
            }
        }
    }

    @Test
    void nelderMeadFindsTheBottomOfABowlAndStaysInTheBox() {
        double[] best = new NelderMead(2)
                .minimise(
                        p -> (p[0] - 0.3) * (p[0] - 0.3) + 2 * (p[1] - 1.4) * (p[1] - 1.4),
                        new double[] {0.8, 0.2},
                        200,
                        1e-12);
        assertThat(best[0]).isCloseTo(0.3, within(0.01));
        assertThat(best[1]).isCloseTo(1, within(1e-6));
    }
}
