package takt.engine;

import java.time.LocalDate;
import java.util.Optional;
import takt.engine.features.ProgrammeBook;
import takt.engine.model.SeriesContext;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/** Series for tests. */
public final class Examples {

    public static final LocalDate JANUARY = LocalDate.of(2000, 1, 1);

    private Examples() {}

    public static SeriesKey key(String part) {
        return new SeriesKey(new PartNumber(part), new SiteId("BPNS000000000001"));
    }

    public static DemandSeries monthly(String part, double... values) {
        return new DemandSeries(key(part), BucketCalendar.MONTH, JANUARY, values);
    }

    public static SeriesContext context(double... values) {
        return new SeriesContext(monthly("P1", values), Optional.empty());
    }

    public static SeriesContext driven(DemandSeries series, ProgrammeBook book) {
        return new SeriesContext(series, Optional.of(book));
    }
}
