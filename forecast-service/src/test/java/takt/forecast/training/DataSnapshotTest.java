package takt.forecast.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

class DataSnapshotTest {

    private static DemandSeries series(String part, BucketCalendar calendar, String first, int buckets) {
        SeriesKey key = new SeriesKey(new PartNumber(part), new SiteId("BPNS00000000OEM1"));
        return new DemandSeries(key, calendar, LocalDate.parse(first), new double[buckets]);
    }

    @Test
    void aPartWithTwoHistoriesIsForecastOnceFromTheFresherOne() {
        DemandSeries months = series("DISC", BucketCalendar.MONTH, "2000-01-01", 15); // to the end of March 2001
        DemandSeries weeks = series("DISC", BucketCalendar.ISO_WEEK, "2000-01-03", 52); // to the end of 2000
        DemandSeries alone = series("PAD", BucketCalendar.ISO_WEEK, "2000-01-03", 52);
        DataSnapshot snapshot = new DataSnapshot(
                Map.of(
                        BucketCalendar.MONTH, List.of(months),
                        BucketCalendar.ISO_WEEK, List.of(weeks, alone)),
                Map.of(),
                Map.of(),
                "");
        assertThat(snapshot.forecastOnce())
                .isEqualTo(Map.of(
                        BucketCalendar.MONTH, List.of(months),
                        BucketCalendar.ISO_WEEK, List.of(alone)));
    }

    @Test
    void ofTwoThatEndTogetherTheFinerOneCounts() {
        DemandSeries days = series("DISC", BucketCalendar.DAY, "2000-01-03", 14);
        DemandSeries weeks = series("DISC", BucketCalendar.ISO_WEEK, "2000-01-03", 2);
        DataSnapshot snapshot = new DataSnapshot(
                Map.of(BucketCalendar.DAY, List.of(days), BucketCalendar.ISO_WEEK, List.of(weeks)),
                Map.of(),
                Map.of(),
                "");
        assertThat(snapshot.forecastOnce()).containsOnlyKeys(BucketCalendar.DAY);
    }
}
