package takt.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WeekTest {

    @Test
    void theWeekOfNewYear2001BeginsInTheOldYear() {
        assertThat(Week.of(LocalDate.of(2002, 1, 1))).isEqualTo(new Week(LocalDate.of(2001, 12, 31)));
    }

    @Test
    void year2004Has53WeeksAndCountsThemAll() {
        Week first = Week.of(LocalDate.of(2004, 1, 1));
        assertThat(first.until(Week.of(LocalDate.of(2005, 1, 5)))).isEqualTo(53);
        assertThat(first.plus(53).monday()).isEqualTo(LocalDate.of(2005, 1, 3));
    }

    @Test
    void aTuesdayIsNoWeek() {
        assertThatThrownBy(() -> new Week(LocalDate.of(2001, 4, 3)))
                .hasMessageContaining("2001-04-03")
                .hasMessageContaining("2001-04-02");
    }

    @Test
    void monthsAreCountedByTheirFirstDays() {
        assertThat(BucketCalendar.MONTH.between(LocalDate.of(2000, 11, 1), LocalDate.of(2001, 2, 1)))
                .isEqualTo(3);
        assertThat(BucketCalendar.MONTH.floor(LocalDate.of(2001, 4, 30))).isEqualTo(LocalDate.of(2001, 4, 1));
    }
}
