package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
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
import takt.kernel.Week;

/** A plant that was closed at every year's end is closed at the next one, whatever model speaks, and only then. */
class YearEndClosureTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 7);
    private static final int HORIZON = 56;

    static Stream<Forecaster> forecasters() {
        return Forecasters.locals().stream();
    }

    private static boolean holdsAHoliday(LocalDate week) {
        return week.datesUntil(week.plusDays(7))
                .anyMatch(day -> day.getMonthValue() == 12 && day.getDayOfMonth() == 25
                        || day.getMonthValue() == 1 && day.getDayOfMonth() == 1);
    }

    private static DemandSeries weekly(LocalDate last, ToDoubleFunction<LocalDate> demand) {
        double[] y = FIRST.datesUntil(last.plusDays(1), Period.ofWeeks(1))
                .mapToDouble(demand)
                .toArray();
        return new DemandSeries(Examples.key("AXLE"), BucketCalendar.ISO_WEEK, FIRST, y);
    }

    /** 680 to 719 a week, nothing in the weeks of 25 December and 1 January. */
    private static DemandSeries closing(LocalDate last) {
        Random random = new Random(3);
        return weekly(last, week -> {
            double open = 680 + random.nextInt(40);
            return holdsAHoliday(week) ? 0 : open;
        });
    }

    private static SeriesContext context(DemandSeries history) {
        return new SeriesContext(history, Optional.empty());
    }

    private static Prediction[] published(Forecaster forecaster, SeriesContext context) {
        FittedState state = forecaster.learn(context, PoolStatistics.of(List.of(context)));
        return Used.only(forecaster.forecast(state, context, HORIZON), context, state);
    }

    /** 25 December 2023 is a Monday: closed are W52 of 2023 and W01 of 2024, not W51. */
    @ParameterizedTest
    @MethodSource("forecasters")
    void everyModelKnowsTheClosedWeeks(Forecaster forecaster) {
        SeriesContext context = context(closing(LocalDate.of(2022, 12, 5)));
        if (forecaster.accepts(context)) {
            closedAtTheYearsEndOnly(forecaster, context);
        }
    }

    /** The last week that is known is a closed one: it says nothing of the weeks after. */
    @ParameterizedTest
    @MethodSource("forecasters")
    void aHistoryThatEndsInAClosedWeekGoesOnAsItWas(Forecaster forecaster) {
        SeriesContext context = context(closing(LocalDate.of(2022, 12, 26)));
        if (forecaster.accepts(context)) {
            closedAtTheYearsEndOnly(forecaster, context);
        }
    }

    private static void closedAtTheYearsEndOnly(Forecaster forecaster, SeriesContext context) {
        Prediction[] path = published(forecaster, context);
        int closed = 0;
        for (int h = 1; h <= HORIZON; h++) {
            LocalDate week = context.origin().plusWeeks(h);
            String what = "%s in %s".formatted(forecaster.name(), Week.of(week));
            if (holdsAHoliday(week)) {
                closed++;
                assertThat(path[h - 1].mean()).as(what).isZero();
                assertThat(path[h - 1].quantiles(new double[] {0.99})[0])
                        .as(what)
                        .isZero();
            } else {
                assertThat(path[h - 1].mean()).as(what).isBetween(650.0, 750.0);
            }
        }
        assertThat(closed).as("closed weeks in 56").isGreaterThanOrEqualTo(2);
    }

    /** What an open week calls off is the mean of open weeks: 700, not 700 x 50 / 52. */
    @Test
    void closedWeeksSayNothingOfOpenOnes() {
        DemandSeries history = weekly(LocalDate.of(2022, 12, 5), week -> holdsAHoliday(week) ? 0 : 700);
        assertThat(published(Forecasters.named("nb-whole"), context(history))[0].mean())
                .isCloseTo(700, within(1e-6));
    }

    @Test
    void thePlannerIsTold() {
        SeriesContext context = context(closing(LocalDate.of(2022, 12, 5)));
        Forecaster ets = Forecasters.named("auto-ets");
        assertThat(Explanation.of(ets.learn(context, PoolStatistics.of(List.of(context))), context))
                .contains(new LevelCause.ClosedAtYearEnd(true, true));
    }

    @Test
    void aPlantThatOnceWorkedAtTheYearsEndIsNotTakenForClosed() {
        LocalDate worked = LocalDate.of(2020, 12, 21);
        DemandSeries history =
                weekly(LocalDate.of(2022, 12, 5), week -> holdsAHoliday(week) && !week.equals(worked) ? 0 : 700);
        YearEndClosure closure = YearEndClosure.of(history);
        assertThat(closure.christmas()).isFalse();
        assertThat(closure.newYear()).isTrue();
    }

    /** Called off every fifth week: that four weeks of Christmas were still is what chance would have, 0.8^4 = 0.41. */
    @Test
    void aSlowMoverIsNotTakenForAClosedPlant() {
        DemandSeries history = weekly(
                LocalDate.of(2022, 12, 5),
                week -> !holdsAHoliday(week) && FIRST.until(week).getDays() % 5 == 0 ? 12 : 0);
        assertThat(YearEndClosure.of(history)).isEqualTo(YearEndClosure.NONE);
    }

    /** One still week of Christmas among twelve known weeks may be chance (1 in 12), among fifty it hardly is. */
    @Test
    void aShortHistoryShowsNothing() {
        double[] y = new double[12];
        Arrays.fill(y, 300);
        y[10] = 0;
        LocalDate october = LocalDate.of(2022, 10, 10); // its eleventh week is that of 19 December
        assertThat(YearEndClosure.of(new DemandSeries(Examples.key("NEW"), BucketCalendar.ISO_WEEK, october, y)))
                .isEqualTo(YearEndClosure.NONE);
        assertThat(YearEndClosure.of(closing(LocalDate.of(2019, 12, 23))).christmas())
                .isTrue();
    }

    /** The calendar of the plant says that it works between the years, as it never did: that is a fact, the past is not. */
    @Test
    void aWeekInWhichThePlantIsKnownToWorkIsForecast() {
        LocalDate week = LocalDate.of(2022, 12, 19);
        SeriesContext context = context(closing(LocalDate.of(2022, 12, 5))).workingIn(Set.of(week));
        Prediction[] path = published(Forecasters.named("nb-ew"), context);
        assertThat(path[1].mean()).isBetween(650.0, 750.0);
        assertThat(path[2].mean()).as("1 January 2023 is a Sunday").isZero();
    }

    /** A schedule says itself when nothing is built. */
    @Test
    void whereAScheduleDrivesThePartItSpeaks() {
        DemandSeries history = closing(LocalDate.of(2022, 12, 5));
        ProgrammeBook book = new ProgrammeBook(
                BucketCalendar.ISO_WEEK,
                Map.of("AXLE", List.of(new UsageLink("LINE", 1, LocalDate.MIN, LocalDate.of(9999, 12, 31)))));
        book.plan("LINE", history.last(), history.last().plusWeeks(2), 500);
        assertThat(Examples.driven(history, book).closure()).isEqualTo(YearEndClosure.NONE);
        assertThat(Examples.driven(history, book).history().values()).doesNotContain(Double.NaN);
    }

    @Test
    void monthsAndAnEarlierViewKeepWhatTheySay() {
        assertThat(YearEndClosure.of(Examples.monthly("P", 5, 0, 5, 5))).isEqualTo(YearEndClosure.NONE);
        SeriesContext earlier = context(closing(LocalDate.of(2022, 12, 5))).before(10);
        assertThat(earlier.origin()).isEqualTo(LocalDate.of(2022, 9, 26));
        assertThat(earlier.closure().christmas()).isTrue();
    }
}
