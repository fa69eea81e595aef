package takt.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import takt.kernel.Week;

/** Closed weeks follow the days that close them, not 52 weeks. */
class YearEndTest {

    @ParameterizedTest(name = "{0} repeats {1}: {2}")
    @CsvSource({
        "2023-12-25, 2022-12-19, 25 December moved from Sunday to Monday",
        "2024-01-01, 2022-12-26, 1 January moved with it",
        "2023-12-18, 2022-12-12, the week before Christmas was open and stays so",
        "2026-12-21, 2025-12-22, 25 December is in week 52 of both years",
        "2026-12-28, 2025-12-29, 1 January 2027 is in week 53; that of 2026 was in week 1",
        "2027-01-04, 2026-01-05, the first week after both",
        "2028-12-25, 2027-12-20, the next year in which it moves",
        "2026-06-15, 2025-06-16, any week repeats that of its Thursday's date"
    })
    void aWeekRepeatsTheOneOfTheYearBefore(LocalDate week, LocalDate before, String why) {
        assertThat(YearEnd.sameWeekOfTheYearBefore(week)).as(why).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"2015-01-05", "2020-01-06", "2026-01-05"})
    void eachWeekRepeatsAMondayAboutAYearBefore(LocalDate first) {
        for (LocalDate week = first; week.isBefore(first.plusYears(12)); week = week.plusWeeks(1)) {
            LocalDate before = YearEnd.sameWeekOfTheYearBefore(week);
            assertThat(Week.of(before).monday()).isEqualTo(before);
            assertThat(before).isBetween(week.minusWeeks(54), week.minusWeeks(51));
        }
    }
}
