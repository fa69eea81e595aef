package takt.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import takt.engine.features.ProgrammeBook;
import takt.engine.features.UsageLink;
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

    /**
     * Parts that each take one of a vehicle line of their own, of which 100 are built a month; every issue of a line's
     * schedule is off by a chance of its own, up to 40 %, bucket by bucket.
     */
    public static List<SeriesContext> roughlyScheduled(int parts, int months) {
        Random random = new Random(11);
        Map<String, List<UsageLink>> usage = new HashMap<>();
        for (int p = 0; p < parts; p++) {
            usage.put("S" + p, List.of(new UsageLink("L" + p, 1, LocalDate.MIN, LocalDate.of(9999, 12, 31))));
        }
        ProgrammeBook book = new ProgrammeBook(BucketCalendar.MONTH, usage);
        List<SeriesContext> all = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            for (int m = 0; m < months; m++) {
                book.build("L" + p, JANUARY.plusMonths(m), 100);
                for (int h = 1; h <= 18; h++) {
                    book.plan("L" + p, JANUARY.plusMonths(m), JANUARY.plusMonths(m + h), 60 + 80 * random.nextDouble());
                }
            }
            all.add(driven(monthly("S" + p, random.doubles(months, 97, 103).toArray()), book));
        }
        return all;
    }
}
