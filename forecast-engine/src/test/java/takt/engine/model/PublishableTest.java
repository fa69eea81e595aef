package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import takt.engine.Examples;
import takt.engine.Explanation;
import takt.engine.features.ProgrammeBook;
import takt.engine.features.UsageLink;
import takt.engine.series.DemandSeries;
import takt.kernel.BucketCalendar;

/** What every model publishes holds together, whatever the history looks like. */
class PublishableTest {

    private static final int HORIZON = 12;
    private static final double[] LEVELS = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};

    static Stream<Forecaster> forecasters() {
        return Forecasters.locals().stream();
    }

    private static double[] shifted() {
        Random random = new Random(5);
        double[] y = new double[82];
        for (int t = 0; t < y.length; t++) {
            y[t] = Math.rint((t < 36 ? 12_000 : 4_000) * (1 + 0.05 * random.nextGaussian()));
        }
        return y;
    }

    private static double[] nowAndThen() {
        Random random = new Random(6);
        double[] y = new double[40];
        for (int t = 0; t < y.length; t++) {
            y[t] = random.nextDouble() < 0.29 ? 2 + random.nextInt(16) : 0;
        }
        return y;
    }

    private static double[] halfYearly() {
        double[] y = new double[48];
        for (int t = 3; t < y.length; t += 6) {
            y[t] = 25;
        }
        return y;
    }

    private static double[] oldBurst() {
        double[] y = new double[60];
        y[3] = 900;
        return y;
    }

    private static Prediction[] published(Forecaster forecaster, SeriesContext context) {
        FittedState state = forecaster.learn(context, PoolStatistics.of(List.of(context)));
        return Used.only(forecaster.forecast(state, context, HORIZON), context, state);
    }

    @ParameterizedTest
    @MethodSource("forecasters")
    void theMeanLiesInsideItsOwnBandAndQuantilesAscend(Forecaster forecaster) {
        for (double[] y : List.of(
                shifted(),
                nowAndThen(),
                halfYearly(),
                oldBurst(),
                new double[30],
                new double[] {40},
                new double[] {0},
                new double[] {40, 52})) {
            SeriesContext context = Examples.context(y);
            if (!forecaster.accepts(context)) {
                continue;
            }
            for (Prediction step : published(forecaster, context)) {
                double[] quantiles = step.quantiles(LEVELS);
                assertThat(step.mean())
                        .as("%s of %s", forecaster.name(), Arrays.toString(y))
                        .isNotNegative()
                        .isFinite();
                assertThat(step.mean()).isBetween(quantiles[2] - 1e-9, quantiles[6] + 1e-9);
                assertThat(quantiles).isSorted();
            }
        }
    }

    /** A month has demand with a chance of 0.29, so in no month may 99 % say that nothing comes. */
    @ParameterizedTest
    @MethodSource("forecasters")
    void aPartThatSellsNowAndThenIsNotPromisedToStop(Forecaster forecaster) {
        SeriesContext context = Examples.context(nowAndThen());
        if (forecaster.accepts(context) && !forecaster.name().equals("seasonal-naive")) {
            for (Prediction step : published(forecaster, context)) {
                assertThat(step.quantiles(new double[] {0.99})[0])
                        .as(forecaster.name())
                        .isPositive();
            }
        }
    }

    /** Seventeen months without a report: what is published is less sure than right after the last one. */
    @ParameterizedTest
    @MethodSource("forecasters")
    void whatWasNotHeardOfForLongIsLessSure(Forecaster forecaster) {
        SeriesContext fresh = Examples.context(shifted());
        double[] y = Arrays.copyOf(shifted(), shifted().length + 17);
        Arrays.fill(y, shifted().length, y.length, Double.NaN);
        SeriesContext stale = Examples.context(y);
        if (forecaster.accepts(fresh)) {
            double sure = width(published(forecaster, fresh)[0]);
            assertThat(width(published(forecaster, stale)[0]))
                    .as(forecaster.name())
                    .isGreaterThan(1.3 * sure);
        }
    }

    /** A month that is not reported yet is what every month is like for its first days. */
    @Test
    void aMonthThatIsOnlyLateIsNoReasonForDoubt() {
        double[] y = Arrays.copyOf(shifted(), shifted().length + 1);
        y[shifted().length] = Double.NaN;
        Forecaster forecaster = Forecasters.named("ma-12");
        assertThat(width(published(forecaster, Examples.context(y))[0]))
                .isCloseTo(width(published(forecaster, Examples.context(shifted()))[0]), within(0.02));
    }

    private static double width(Prediction step) {
        double[] band = step.quantiles(new double[] {0.1, 0.9});
        return (band[1] - band[0]) / Math.max(1, step.mean());
    }

    /** No vehicle needs it from June on: nothing is expected then by any model, and the planner is told. */
    @ParameterizedTest
    @MethodSource("forecasters")
    void aDatedEndOfUsageIsAFactForEveryModel(Forecaster forecaster) {
        LocalDate end = Examples.JANUARY.plusMonths(41).minusDays(1); // 31 May of the fourth year
        ProgrammeBook book = new ProgrammeBook(
                BucketCalendar.MONTH, Map.of("P1", List.of(new UsageLink("LINE", 1, LocalDate.MIN, end))));
        double[] y = new double[36];
        for (int m = 0; m < 50; m++) {
            if (m < 36) {
                book.build("LINE", Examples.JANUARY.plusMonths(m), 100);
                y[m] = 100 + m % 3;
            }
            for (int h = 0; h <= 18; h++) {
                book.plan("LINE", Examples.JANUARY.plusMonths(m), Examples.JANUARY.plusMonths(m + h), 100);
            }
        }
        DemandSeries series = Examples.monthly("P1", y);
        SeriesContext context = Examples.driven(series, book);
        Prediction[] path = published(forecaster, context);
        assertThat(path[3].mean()).as("%s in April", forecaster.name()).isGreaterThan(90);
        for (int h = 5; h < HORIZON; h++) {
            assertThat(path[h].mean())
                    .as("%s, step %d", forecaster.name(), h + 1)
                    .isZero();
            assertThat(path[h].quantiles(new double[] {0.99})[0]).isZero();
        }
        FittedState state = forecaster.learn(context, PoolStatistics.of(List.of(context)));
        assertThat(Explanation.of(state, context)).contains(new LevelCause.UsedUntil(LocalDate.of(2003, 5, 31)));
    }

    /** Whatever the model: one month of 40 pieces is less sure than six of about as many. */
    @ParameterizedTest
    @MethodSource("forecasters")
    void aSingleMonthIsLessSureThanSix(Forecaster forecaster) {
        SeriesContext one = Examples.context(40);
        SeriesContext six = Examples.context(40, 46, 43, 38, 44, 41);
        if (forecaster.accepts(one)
                && forecaster.accepts(six)
                && !forecaster.name().equals("zero")) {
            double[] band = published(forecaster, one)[0].quantiles(new double[] {0.1, 0.9});
            double[] bandOfSix = published(forecaster, six)[0].quantiles(new double[] {0.1, 0.9});
            if (band[1] > band[0]) {
                assertThat(band[1] - band[0]).as(forecaster.name()).isGreaterThan(bandOfSix[1] - bandOfSix[0]);
            }
        }
    }

    /** A damped trend through a few chance demands falls to nothing; the part goes on selling in three months of ten. */
    @ParameterizedTest
    @MethodSource("forecasters")
    void aFallingTrendOfChanceDemandsIsNoPromise(Forecaster forecaster) {
        double[] y = new double[36];
        for (int t : new int[] {0, 1, 3, 6, 8, 11, 14, 19, 22, 31}) {
            y[t] = t < 12 ? 16 : 3;
        }
        SeriesContext context = Examples.context(y);
        if (Set.of("theta", "auto-ets", "damped-trend").contains(forecaster.name())) {
            for (Prediction step : published(forecaster, context)) {
                // half of 10 in 36 months, of sizes 3 and 16
                assertThat(step.quantiles(new double[] {0.99})[0])
                        .as(forecaster.name())
                        .isGreaterThanOrEqualTo(10);
                assertThat(step.mean()).as(forecaster.name()).isGreaterThan(1);
            }
        }
    }

    /** Orders of 25 every six months, for four years: between them nothing is expected by what knows the season. */
    @Test
    void ordersTwiceAYearAreNoChance() {
        Prediction[] path = published(Forecasters.named("seasonal-naive"), Examples.context(halfYearly()));
        assertThat(Arrays.stream(path).mapToDouble(Prediction::mean).toArray())
                .containsExactly(0, 0, 0, 25, 0, 0, 0, 0, 0, 25, 0, 0);
    }

    /** 48 months of about 100, then none for a year: it is over, even for ways that look at months with demand alone. */
    @Test
    void whatHasEndedIsNotForecastForEver() {
        double[] y = new double[60];
        for (int t = 0; t < 48; t++) {
            y[t] = 98 + t % 5;
        }
        for (String name : List.of("croston", "sba")) {
            assertThat(published(Forecasters.named(name), Examples.context(y))[0].mean())
                    .as(name)
                    .isLessThan(35);
        }
    }

    /** After one month of 40 pieces less is known than after six of about as many. */
    @Test
    void oneMonthKnowsLessThanSix() {
        for (String name : List.of("nb-ew", "nb-ew-slow", "nb-whole")) {
            Forecaster forecaster = Forecasters.named(name);
            double one = width(published(forecaster, Examples.context(40))[0]);
            double six = width(published(forecaster, Examples.context(40, 47, 38, 44, 52, 41))[0]);
            assertThat(one).as(name).isGreaterThan(six);
        }
    }

    /** 4, 0, 0, 8 and 36 months of nothing: a memory that never ends says 12 / 40. */
    @Test
    void whatNeverForgetsGivesEachDemandTheSameWeight() {
        double[] y = new double[40];
        y[0] = 4;
        y[3] = 8;
        SeriesContext context = Examples.context(y);
        assertThat(published(Forecasters.named("nb-whole"), context)[0].mean()).isCloseTo(12 / 40.0, within(1e-9));
        assertThat(published(Forecasters.named("nb-ew"), context)[0].mean()).isLessThan(0.05);
    }
}
