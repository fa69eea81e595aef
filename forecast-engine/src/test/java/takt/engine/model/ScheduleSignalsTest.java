package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import takt.engine.Examples;
import takt.engine.features.ProgrammeBook;
import takt.engine.features.UsageLink;
import takt.engine.series.DemandSeries;
import takt.kernel.BucketCalendar;

/** One vehicle a part: 100 are built each month, and every schedule asks for more than the one before. */
class ScheduleSignalsTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int MONTHS = 36;

    /** The schedule issued in month i plans 100 + i for each of the next twelve months. */
    private static SeriesContext part(double newestDemand, double newestPlan) {
        ProgrammeBook book = new ProgrammeBook(
                BucketCalendar.MONTH,
                Map.of("P", List.of(new UsageLink("LINE", 1, LocalDate.of(1900, 1, 1), LocalDate.of(2900, 1, 1)))));
        double[] demand = new double[MONTHS];
        Arrays.fill(demand, 90);
        demand[MONTHS - 1] = newestDemand;
        for (int i = 0; i < MONTHS; i++) {
            book.build("LINE", FIRST.plusMonths(i), 100);
            for (int h = 1; h <= 12; h++) {
                book.plan("LINE", FIRST.plusMonths(i), FIRST.plusMonths(i + h), i == MONTHS - 1 ? newestPlan : 100 + i);
            }
        }
        return new SeriesContext(
                new DemandSeries(Examples.key("P"), BucketCalendar.MONTH, FIRST, demand), Optional.of(book));
    }

    private static double signal(double[] row, String name) {
        return row[ScheduleSignals.NAMES.indexOf(name)];
    }

    @Test
    void aRowTellsHowThePlanWasRevisedAndHowOptimisticPlansWere() {
        // issues 34, 33 and 31 planned 134, 133 and 131 for the month that issue 35 plans 160 for
        double[] row = new ScheduleSignals(part(90, 160)).at(MONTHS - 1).row(1);
        assertThat(signal(row, "d-plan-one-issue-before")).isCloseTo(134 / 160.0, within(1e-9));
        assertThat(signal(row, "e-plan-two-issues-before")).isCloseTo(133 / 160.0, within(1e-9));
        assertThat(signal(row, "f-plan-four-issues-before")).isCloseTo(131 / 160.0, within(1e-9));
        // the last six months were planned one month ahead as 134 .. 129, and 100 were built
        double optimism = (100 / 134.0 + 100 / 133.0 + 100 / 132.0 + 100 / 131.0 + 100 / 130.0 + 100 / 129.0) / 6;
        assertThat(signal(row, "j-need-over-plan")).isCloseTo(optimism, within(1e-9));
        // 90 of 100 all the time: the rate is 0.9 and demand went as it says
        assertThat(signal(row, "g-demand-over-need-quarter")).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatIsLearntIsDemandOverRateTimesPlan() {
        ScheduleSignals signals = new ScheduleSignals(part(90, 135));
        // the issue of month 20 planned 120 for month 22; rate 0.9
        assertThat(signals.at(20).ratio(2)).isCloseTo(90 / (0.9 * 120), within(1e-9));
    }

    @Test
    void rowsOfAnOriginTakeNothingFromLater() {
        double[] row = new ScheduleSignals(part(90, 135)).at(MONTHS - 3).row(2);
        assertThat(new ScheduleSignals(part(5000, 7)).at(MONTHS - 3).row(2)).isEqualTo(row);
    }
}
