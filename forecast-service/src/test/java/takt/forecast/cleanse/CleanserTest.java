package takt.forecast.cleanse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.forecast.master.PlantWeeks;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;

class CleanserTest {

    private static final SeriesKey KEY = new SeriesKey(new PartNumber("DISC"), new SiteId("BPNS000000000001"));
    private static final LocalDate MONDAY = LocalDate.of(2001, 1, 1);
    private static final Surroundings NOTHING = new Surroundings(PlantWeeks.ALL, new TreeMap<>());

    private static List<Finding> findings(Surroundings surroundings, double... weeks) {
        return new Cleanser(
                        new DemandSeries(KEY, BucketCalendar.ISO_WEEK, MONDAY, weeks, 1), UnitCode.H87, surroundings)
                .findings();
    }

    private static LocalDate week(int number) {
        return MONDAY.plusWeeks(number);
    }

    @Test
    void aShutdownWeekIsReadAsTheWeeksAroundIt() {
        Surroundings closed = new Surroundings(new PlantWeeks(new TreeMap<>(Map.of(week(4), 2))), new TreeMap<>());
        // Both sides say 655 (median), three of five days are lost: 412 is below 70 % of it.
        assertThat(findings(closed, 650, 655, 660, 655, 412, 655, 650, 660, 655))
                .extracting(Finding::bucket, Finding::method, Finding::original, Finding::corrected)
                .containsExactly(tuple(week(4), Method.SHUTDOWN, 412_000L, 655_000L));
        assertThat(findings(NOTHING, 650, 655, 660, 655, 412, 655, 650, 660, 655))
                .isEmpty();
    }

    @Test
    void aWeekInWhichThePlantBuiltThoughItWasClosedOnPaperIsLeftAlone() {
        Surroundings closed = new Surroundings(new PlantWeeks(new TreeMap<>(Map.of(week(4), 0))), new TreeMap<>());
        assertThat(findings(closed, 650, 655, 660, 655, 600, 655, 650, 660, 655))
                .isEmpty();
    }

    @Test
    void littleWasSoldBecauseNothingLayInStock() {
        Surroundings empty = new Surroundings(
                PlantWeeks.ALL, new TreeMap<>(Map.of(week(4).plusDays(2), 0L, week(4).plusDays(3), 7_000L)));
        assertThat(findings(empty, 20, 22, 21, 22, 0, 20, 22, 21, 20))
                .extracting(Finding::bucket, Finding::method, Finding::corrected)
                .containsExactly(tuple(week(4), Method.STOCK_OUT, 21_000L)); // medians 21.5 and 20.5
    }

    @Test
    void tenTimesTooMuchIsAnOutlierAndThreeTimesAnOrderThatStandsAlone() {
        assertThat(findings(NOTHING, 100, 104, 96, 100, 1000, 100, 96, 104, 100, 104, 400, 100, 100, 96))
                .extracting(Finding::bucket, Finding::method, Finding::corrected)
                .containsExactly(tuple(week(4), Method.OUTLIER, 101_000L), tuple(week(10), Method.ONE_OFF, 101_000L));
    }

    @Test
    void farTooLittleIsAnOutlierToo() {
        assertThat(findings(NOTHING, 100, 104, 96, 100, 5, 100, 96, 104, 100))
                .extracting(Finding::bucket, Finding::method)
                .containsExactly(tuple(week(4), Method.OUTLIER));
    }

    @Test
    void aStepIsNoOutlierAndNeitherIsWhatNothingHasFollowedYet() {
        assertThat(findings(NOTHING, 10, 11, 9, 10, 10, 100, 98, 103, 100, 99)).isEmpty();
        assertThat(findings(NOTHING, 10, 11, 9, 10, 10, 10, 11, 9, 100)).isEmpty();
    }

    @Test
    void aSeasonThatReturnsEveryYearIsNoOutlier() {
        double[] months = new double[48];
        Arrays.setAll(months, t -> t % 12 == 7 ? 20 : 100 + t % 3);
        assertThat(new Cleanser(new DemandSeries(KEY, BucketCalendar.MONTH, MONDAY, months), UnitCode.H87, NOTHING)
                        .findings())
                .isEmpty();
        months[30] = 15;
        assertThat(new Cleanser(new DemandSeries(KEY, BucketCalendar.MONTH, MONDAY, months), UnitCode.H87, NOTHING)
                        .findings())
                .extracting(Finding::bucket)
                .containsExactly(LocalDate.of(2003, 7, 1));
    }

    @Test
    void oneOrderOfALumpyPartStandsOutAmongItsOrders() {
        double[] weeks = {0, 0, 8, 0, 0, 0, 5, 0, 90, 0, 0, 6, 0, 0, 7, 0, 0, 0};
        assertThat(findings(NOTHING, weeks))
                .extracting(Finding::bucket, Finding::method, Finding::corrected)
                .containsExactly(tuple(week(8), Method.ONE_OFF, 8_000L));
        weeks[8] = 20; // below three times the next
        assertThat(findings(NOTHING, weeks)).isEmpty();
    }

    @Test
    void ordinaryCountsAreLeftAlone() {
        assertThat(findings(NOTHING, 3, 5, 2, 0, 4, 6, 3, 2, 9, 4, 3, 5, 0, 2, 4))
                .isEmpty();
    }

    @Test
    void anAcceptedCorrectionCountsWhileItsValueStandsAndAPinnedOneWhateverComes() {
        Subject subject = new Subject(KEY, BucketCalendar.ISO_WEEK);
        Finding finding = new Finding(MONDAY, 1_000_000, 100_000, new CorrectionCause.TenTimes(100));
        Corrections accepted = new Corrections(List.of(new Correction(1, subject, finding, Standing.ACCEPTED)));
        Corrections pinned = new Corrections(List.of(new Correction(1, subject, finding, Standing.PINNED)));
        TreeMap<LocalDate, Long> known = new TreeMap<>(Map.of(MONDAY, 1_000_000L));
        assertThat(accepted.apply(subject, known)).hasSize(1);
        assertThat(known).containsEntry(MONDAY, 100_000L);
        TreeMap<LocalDate, Long> changed = new TreeMap<>(Map.of(MONDAY, 90_000L));
        assertThat(accepted.apply(subject, changed)).isEmpty();
        assertThat(changed).containsEntry(MONDAY, 90_000L);
        assertThat(pinned.apply(subject, changed)).hasSize(1);
        assertThat(changed).containsEntry(MONDAY, 100_000L);
    }

    @Test
    void aDecisionCanBeUndoneAndALapsedProposalNotTaken() {
        assertThat(Standing.ACCEPTED.mayBecome(Standing.PROPOSED)).isTrue();
        assertThat(Standing.REJECTED.mayBecome(Standing.PINNED)).isTrue();
        assertThat(Standing.LAPSED.mayBecome(Standing.ACCEPTED)).isFalse();
        assertThat(Standing.PROPOSED.mayBecome(Standing.LAPSED)).isFalse();
    }
}
