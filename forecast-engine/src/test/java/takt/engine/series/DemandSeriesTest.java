package takt.engine.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import takt.engine.Examples;
import takt.kernel.BucketCalendar;

class DemandSeriesTest {

    @Test
    void aMissingMonthIsUnknownAndNotZero() {
        DemandSeries series = DemandSeries.of(
                Examples.key("P1"),
                BucketCalendar.MONTH,
                new TreeMap<>(Map.of(LocalDate.of(2000, 1, 1), 5.0, LocalDate.of(2000, 3, 1), 7.0)));
        assertThat(series.values()).containsExactly(5, Double.NaN, 7);
        assertThat(series.at(LocalDate.of(2000, 2, 1))).isNaN();
    }

    @Test
    void aCutSeriesEndsAtItsOriginEvenIfItHadEndedBefore() {
        DemandSeries series = Examples.monthly("P1", 1, 2, 3);
        assertThat(series.until(LocalDate.of(2000, 2, 1)).values()).containsExactly(1, 2);
        assertThat(series.until(LocalDate.of(2000, 4, 1)).values()).containsExactly(1, 2, 3, Double.NaN);
    }
}
