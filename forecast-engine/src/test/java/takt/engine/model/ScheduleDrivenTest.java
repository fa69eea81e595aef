package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import takt.engine.Examples;
import takt.engine.features.ProgrammeBook;
import takt.engine.features.UsageLink;
import takt.engine.series.DemandSeries;
import takt.kernel.BucketCalendar;

/** Two parts per vehicle, half of the vehicles carry them, called off one month before the build. */
class ScheduleDrivenTest {

    private static final int MONTHS = 36;
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private ProgrammeBook book;
    private double[] demand;

    private static double vehicles(int month) {
        return 100 + 40 * ((month * 7) % 5);
    }

    private static LocalDate month(int month) {
        return Examples.JANUARY.plusMonths(month);
    }

    @BeforeEach
    void aProgramme() {
        book = new ProgrammeBook(
                BucketCalendar.MONTH, Map.of("P1", List.of(new UsageLink("LINE", 2, LocalDate.MIN, ALWAYS))));
        demand = new double[MONTHS];
        for (int m = 0; m < MONTHS; m++) {
            book.build("LINE", month(m), vehicles(m));
            demand[m] = 0.5 * 2 * vehicles(m + 1);
            for (int h = 0; h <= 18; h++) {
                book.plan("LINE", month(m), month(m + h), vehicles(m + h));
            }
        }
    }

    @Test
    void theRateAndTheCallOffLeadAreFound() {
        SeriesContext context = Examples.driven(Examples.monthly("P1", demand), book);
        FittedState state = new ScheduleDriven().learn(context, PoolStatistics.of(List.of(context)));
        assertThat(state.value("lead")).isEqualTo(1);
        assertThat(state.value("rate")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void withATruthfulScheduleTheForecastIsExact() {
        SeriesContext context = Examples.driven(Examples.monthly("P1", demand), book);
        ScheduleDriven model = new ScheduleDriven();
        Prediction[] path = model.forecast(model.learn(context, PoolStatistics.of(List.of(context))), context, 12);
        for (int h = 1; h <= 12; h++) {
            assertThat(path[h - 1].mean()).isCloseTo(vehicles(MONTHS - 1 + h + 1), within(1e-6));
        }
    }

    @Test
    void whatIsIssuedLaterChangesNothing() {
        DemandSeries cut = Examples.monthly("P1", demand).until(month(23));
        SeriesContext context = Examples.driven(cut, book);
        ScheduleDriven model = new ScheduleDriven();
        Prediction[] before = model.forecast(model.learn(context, PoolStatistics.of(List.of(context))), context, 12);
        for (int m = 24; m < MONTHS; m++) {
            book.build("LINE", month(m), 1e6);
            for (int h = 0; h <= 18; h++) {
                book.plan("LINE", month(m), month(m + h), 1e6);
            }
        }
        Prediction[] after = model.forecast(model.learn(context, PoolStatistics.of(List.of(context))), context, 12);
        for (int h = 0; h < 12; h++) {
            assertThat(after[h].mean()).isEqualTo(before[h].mean());
            assertThat(after[h].quantiles()).isEqualTo(before[h].quantiles());
        }
    }

    @Test
    void aPartWhoseUsageHasEndedIsNotAskedForAnyMore() {
        ProgrammeBook ending = new ProgrammeBook(
                BucketCalendar.MONTH,
                Map.of(
                        "P1",
                        List.of(new UsageLink(
                                "LINE", 2, LocalDate.MIN, month(MONTHS + 2).plusDays(27)))));
        ending.plan("LINE", month(0), month(MONTHS + 2), 100);
        ending.plan("LINE", month(0), month(MONTHS + 3), 100);
        assertThat(ending.plannedDemand("P1", month(MONTHS - 1), month(MONTHS + 2)))
                .isEqualTo(200);
        assertThat(ending.plannedDemand("P1", month(MONTHS - 1), month(MONTHS + 3)))
                .isZero();
    }

    /** The usage of P1 ended in month 23; from month 24 on, workshops take what {@code service} says. */
    private SeriesContext phasedOut(String part, double service) {
        ProgrammeBook ended = new ProgrammeBook(
                BucketCalendar.MONTH, Map.of(part, List.of(new UsageLink("LINE", 2, LocalDate.MIN, month(23)))));
        double[] tail = demand.clone();
        for (int m = 0; m < MONTHS; m++) {
            ended.build("LINE", month(m), 100);
            for (int h = 0; h <= 18; h++) {
                ended.plan("LINE", month(m), month(m + h), 100);
            }
            tail[m] = m < 23 ? 100 : service;
        }
        return Examples.driven(Examples.monthly(part, tail), ended);
    }

    @Test
    void aPartThatNoVehicleNeedsAnyMoreKeepsItsServiceDemand() {
        SeriesContext context = phasedOut("P1", 7);
        ScheduleDriven model = new ScheduleDriven();
        Prediction[] path = model.forecast(model.learn(context, PoolStatistics.of(List.of(context))), context, 12);
        assertThat(path[0].mean()).isCloseTo(7, within(1e-9));
        assertThat(path[11].mean()).isCloseTo(7, within(1e-9));
        assertThat(path[11].quantiles()[8]).isGreaterThan(7);
    }

    @Test
    void aPartWhoseUsageWillEndTakesTheShareOfThoseThatEnded() {
        // three parts went on with 7, 10 and 13 of 100, so a tenth goes on
        List<SeriesContext> ended = List.of(phasedOut("E1", 7), phasedOut("E2", 10), phasedOut("E3", 13));
        ProgrammeBook soon = new ProgrammeBook(
                BucketCalendar.MONTH,
                Map.of("P1", List.of(new UsageLink("LINE", 2, LocalDate.MIN, month(MONTHS + 3)))));
        for (int m = 0; m < MONTHS; m++) {
            soon.build("LINE", month(m), 100);
            for (int h = 0; h <= 18; h++) {
                soon.plan("LINE", month(m), month(m + h), 100);
            }
        }
        double[] steady = new double[MONTHS];
        java.util.Arrays.fill(steady, 100);
        SeriesContext context = Examples.driven(Examples.monthly("P1", steady), soon);
        ScheduleDriven model = new ScheduleDriven();
        Prediction[] path = model.forecast(model.learn(context, PoolStatistics.of(ended)), context, 12);
        assertThat(path[0].mean()).isCloseTo(100, within(1.0));
        assertThat(path[11].mean()).isCloseTo(10, within(0.1));
    }
}
