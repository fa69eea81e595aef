package takt.forecast.ingest;

import java.util.List;
import java.util.Optional;
import takt.kernel.BucketCalendar;

/** The column that names a bucket; its name tells the calendar. */
record BucketColumn(String name, BucketCalendar calendar) {

    static final BucketColumn NONE = new BucketColumn("", BucketCalendar.DAY);
    private static final List<BucketColumn> KNOWN = List.of(
            new BucketColumn("week", BucketCalendar.ISO_WEEK),
            new BucketColumn("target_week", BucketCalendar.ISO_WEEK),
            new BucketColumn("month", BucketCalendar.MONTH),
            new BucketColumn("target_month", BucketCalendar.MONTH),
            new BucketColumn("day", BucketCalendar.DAY));

    static Optional<BucketColumn> find(List<String> columns) {
        return KNOWN.stream().filter(c -> columns.contains(c.name())).findFirst();
    }
}
