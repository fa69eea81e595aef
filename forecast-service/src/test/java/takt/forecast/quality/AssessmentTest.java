package takt.forecast.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import takt.kernel.BucketCalendar;

class AssessmentTest {

    private static final Assessment ON_2_APRIL =
            new Assessment(LocalDate.of(2001, 4, 2), Instant.parse("2026-11-23T12:00:00Z"));

    private static Extent extent(long known, long expected, long odd) {
        return new Extent(BucketCalendar.MONTH, 4, known, expected, LocalDate.of(2001, 3, 1), odd);
    }

    @Test
    void twoOfEightBucketsAreMissing() {
        assertThat(ON_2_APRIL.completeness(extent(6, 8, 0)).share()).isEqualTo(0.75);
        assertThat(ON_2_APRIL.plausibility(extent(6, 8, 3)).share()).isEqualTo(0.5);
    }

    @Test
    void onTheSecondOfAprilMarchIsDue() {
        assertThat(ON_2_APRIL
                        .timeliness(BucketCalendar.MONTH, LocalDate.of(2001, 3, 1))
                        .share())
                .isEqualTo(1);
        Measure late = ON_2_APRIL.timeliness(BucketCalendar.MONTH, LocalDate.of(2001, 1, 1));
        assertThat(late.share()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(late.reason()).contains("2 buckets late").contains("2001-03-01 is due");
        assertThat(ON_2_APRIL
                        .timeliness(BucketCalendar.ISO_WEEK, LocalDate.of(2001, 3, 26))
                        .share())
                .isEqualTo(1);
    }

    @Test
    void aScheduleThatIsIssuedEveryWeekIsLateAfterElevenDays() {
        List<LocalDate> issued = List.of(LocalDate.of(2001, 3, 1), LocalDate.of(2001, 3, 8), LocalDate.of(2001, 3, 15));
        // 18 days since the last one, 10.5 are allowed
        assertThat(ON_2_APRIL.timeliness(issued).orElseThrow().share()).isCloseTo(10.5 / 18, within(1e-12));
        assertThat(ON_2_APRIL.timeliness(List.of(LocalDate.of(2001, 3, 1)))).isEmpty();
    }

    @Test
    void aSourceThatSentFourTimesIsMissedAndOneThatSentTwiceIsNot() {
        List<Instant> days = List.of(
                Instant.parse("2026-11-01T06:00:00Z"),
                Instant.parse("2026-11-03T06:00:00Z"),
                Instant.parse("2026-11-05T06:00:00Z"),
                Instant.parse("2026-11-07T09:00:00Z"),
                Instant.parse("2026-11-07T12:00:00Z"));
        // 2 days are usual, 3 are allowed, 16 have gone by
        assertThat(ON_2_APRIL
                        .timeliness(new Rows("DEMAND", "sap", 10, 0, days))
                        .orElseThrow()
                        .share())
                .isCloseTo(3 / 16.0, within(1e-12));
        assertThat(ON_2_APRIL.timeliness(new Rows("DEMAND", "sap", 10, 0, days.subList(0, 2))))
                .isEmpty();
    }

    @Test
    void whatWasLetInAfterAllIsValid() {
        assertThat(ON_2_APRIL
                        .validity(List.of(
                                new Rows("DEMAND", "a", 90, 1, List.of()), new Rows("DEMAND", "b", 10, 4, List.of())))
                        .share())
                .isEqualTo(0.95);
    }

    @Test
    void builtAgainstPlannedIsTheSmallerOverTheLarger() {
        List<Agreement> agreements = List.of(new Agreement(80, 100), new Agreement(100, 50), new Agreement(0, 0));
        assertThat(ON_2_APRIL.consistency(agreements, "x").orElseThrow().share())
                .isEqualTo(0.8);
        assertThat(ON_2_APRIL.consistency(List.of(), "x")).isEmpty();
    }

    @Test
    void anAlarmRingsWhenAFeedIsLateOrItsScoreFallsByFivePoints() {
        Card card = new Card(
                Scope.KIND,
                "demand",
                List.of(new Measure(Dimension.VALIDITY, 0.9, ""), new Measure(Dimension.TIMELINESS, 0.8, "late")));
        assertThat(card.score()).isCloseTo(85, within(1e-9));
        assertThat(Alarm.of(List.of(card), Map.of("demand", 95.0)))
                .extracting(Alarm::cause)
                .containsExactly(Alarm.Cause.LATE, Alarm.Cause.DROPPED);
        Card fine = new Card(Scope.KIND, "demand", List.of(new Measure(Dimension.VALIDITY, 0.9, "")));
        assertThat(Alarm.of(List.of(fine), Map.of("demand", 94.0))).isEmpty();
        assertThat(Alarm.of(List.of(fine), Map.of())).isEmpty();
    }
}
