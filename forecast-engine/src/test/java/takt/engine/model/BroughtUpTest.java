package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/** What was learnt at one origin forecasts from a later one: parameters held, the state as all that is known makes it. */
class BroughtUpTest {

    private static final PoolStatistics POOL = PoolStatistics.of(List.of());
    private static final int TRAINED = 60;
    private static final int HORIZON = 14;

    static Stream<Forecaster> forecasters() {
        return Forecasters.locals().stream().filter(f -> !f.name().equals("schedule-driven"));
    }

    /** Months with a season, a trend and noise; every seventh is unknown from the third year on. */
    private static SeriesContext seasonal(int length) {
        Random random = new Random(7);
        double[] y = new double[length];
        for (int t = 0; t < length; t++) {
            double level = 100 + t + 40 * Math.sin(2 * Math.PI * t / 12) + 10 * random.nextGaussian();
            y[t] = t > 24 && t % 7 == 0 ? Double.NaN : Math.rint(level);
        }
        return context(y);
    }

    private static SeriesContext slow(int length) {
        Random random = new Random(11);
        double[] y = new double[length];
        for (int t = 0; t < length; t++) {
            y[t] = random.nextDouble() < 0.3 ? 1 + random.nextInt(6) : 0;
        }
        return context(y);
    }

    private static SeriesContext context(double... y) {
        return new SeriesContext(
                new DemandSeries(
                        new SeriesKey(new PartNumber("P"), new SiteId("BPNS00000000OEM1")),
                        BucketCalendar.MONTH,
                        LocalDate.of(2001, 1, 1),
                        y),
                Optional.empty());
    }

    private static FittedState at(Forecaster forecaster, FittedState learnt, SeriesContext now) {
        return forecaster.at(learnt, now).orElseThrow();
    }

    private static void sameForecast(Forecaster forecaster, FittedState a, FittedState b, SeriesContext now) {
        Prediction[] one = forecaster.forecast(a, now, HORIZON);
        Prediction[] other = forecaster.forecast(b, now, HORIZON);
        for (int h = 0; h < HORIZON; h++) {
            assertThat(one[h].mean()).isCloseTo(other[h].mean(), within(1e-9 * (1 + other[h].mean())));
            assertThat(one[h].quantiles()).containsExactly(other[h].quantiles(), within(1e-6 * (1 + other[h].mean())));
        }
    }

    @ParameterizedTest
    @MethodSource("forecasters")
    void whereNothingCameSinceTheForecastIsTheSame(Forecaster forecaster) {
        for (SeriesContext context : List.of(seasonal(TRAINED), slow(TRAINED), context(5, 5, 5), context(7))) {
            FittedState learnt = forecaster.learn(context, POOL);
            sameForecast(forecaster, at(forecaster, learnt, context), learnt, context);
        }
    }

    @ParameterizedTest
    @MethodSource("forecasters")
    void aMonthMoreAndThenFourAreFiveMonthsMore(Forecaster forecaster) {
        FittedState learnt = forecaster.learn(seasonal(TRAINED), POOL);
        SeriesContext now = seasonal(TRAINED + 5);
        FittedState first = at(forecaster, learnt, seasonal(TRAINED + 1));
        sameForecast(forecaster, at(forecaster, first, now), at(forecaster, learnt, now), now);
    }

    @ParameterizedTest
    @MethodSource("forecasters")
    void theNewestMonthIsRead(Forecaster forecaster) {
        FittedState learnt = forecaster.learn(slow(TRAINED), POOL);
        double[] y = slow(TRAINED + 2).history().values().clone();
        y[TRAINED + 1] = 1;
        double quiet = sum(forecaster, at(forecaster, learnt, context(y)), context(y));
        y[TRAINED + 1] = 700;
        double loud = sum(forecaster, at(forecaster, learnt, context(y)), context(y));
        assertThat(loud).isGreaterThan(quiet);
    }

    private static double sum(Forecaster forecaster, FittedState state, SeriesContext now) {
        double sum = 0;
        for (Prediction step : forecaster.forecast(state, now, HORIZON)) {
            sum += step.mean();
        }
        return sum;
    }

    /** December is closed; a forecast made three months later says nothing in the same December. */
    @Test
    void theClosedMonthStaysWhereItIs() {
        double[] y = new double[TRAINED + 3];
        for (int t = 0; t < y.length; t++) {
            y[t] = t % 12 == 11 ? 0 : 100;
        }
        SeriesContext then = context(java.util.Arrays.copyOf(y, TRAINED));
        SeriesContext now = context(y);
        for (String name : List.of("seasonal-naive", "auto-ets")) {
            Forecaster forecaster = Forecasters.named(name);
            FittedState learnt = forecaster.learn(then, POOL);
            Prediction[] path = forecaster.forecast(at(forecaster, learnt, now), now, 12);
            assertThat(path[8].mean()).as(name).isLessThan(5); // month 60 + 3 + 9 = 72 is the sixth December
            assertThat(path[11].mean()).as(name).isGreaterThan(95);
        }
    }

    /** Level 10 after three months of 10, weight a: then 20 makes 10 + 10 a. */
    @Test
    void simpleSmoothingGoesOnWithItsWeight() {
        Forecaster forecaster = Forecasters.named("ses");
        double[] y = {10, 12, 9, 11, 10, 13, 8, 10};
        FittedState learnt = forecaster.learn(context(y), POOL);
        double[] more = java.util.Arrays.copyOf(y, y.length + 1);
        more[y.length] = 20;
        FittedState later = at(forecaster, learnt, context(more));
        double level = learnt.value("level");
        assertThat(later.value("level")).isCloseTo(level + learnt.value("weights") * (20 - level), within(1e-9));
        assertThat(later.value("weights")).isEqualTo(learnt.value("weights"));
        assertThat(later.value("variance")).isEqualTo(learnt.value("variance"));
    }

    /** Twelve months by heart: 11 x 10 and 34 are 144, 12 a month. */
    @Test
    void theMeanOfTwelveMonthsMovesOn() {
        Forecaster forecaster = Forecasters.named("ma-12");
        double[] y = new double[20];
        java.util.Arrays.fill(y, 10);
        FittedState learnt = forecaster.learn(context(y), POOL);
        double[] more = java.util.Arrays.copyOf(y, 21);
        more[20] = 34;
        assertThat(at(forecaster, learnt, context(more)).value("mean")).isEqualTo(12);
    }

    /** What an older build kept of a smoothed level cannot go on: better none than one that is a week late. */
    @Test
    void whatCannotBeBroughtUpSaysSo() {
        Forecaster forecaster = Forecasters.named("croston");
        FittedState old = FittedState.of("croston", "mean", 3).with("dispersion", 1);
        assertThat(forecaster.at(old, slow(TRAINED))).isEmpty();
    }
}
