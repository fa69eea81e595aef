package takt.forecast.ingest;

import java.time.LocalDate;
import java.util.List;
import takt.ingest.kind.Column;
import takt.ingest.row.RawRow;
import takt.kernel.BucketCalendar;

/** The column that names a bucket; its name tells the calendar. */
record BucketColumn(String name, BucketCalendar calendar) {

    private static final BucketColumn NONE = new BucketColumn("", BucketCalendar.DAY);
    private static final List<BucketColumn> ALL = List.of(
            new BucketColumn("week", BucketCalendar.ISO_WEEK),
            new BucketColumn("target_week", BucketCalendar.ISO_WEEK),
            new BucketColumn("month", BucketCalendar.MONTH),
            new BucketColumn("target_month", BucketCalendar.MONTH),
            new BucketColumn("day", BucketCalendar.DAY));

    /** What people hear of it: the names that they write first. */
    static Column column() {
        return Column.oneOf(
                List.of("week", "month", "day"),
                List.of("target_week", "target_month"),
                "2026-W31",
                "The bucket, and by the column's name its calendar: a week as YYYY-Www or by its Monday, a month as YYYY-MM, a day as YYYY-MM-DD.");
    }

    /** The one that the row has; the first of several. */
    static BucketColumn of(RawRow row) {
        for (BucketColumn column : ALL) {
            if (row.columns().contains(column.name)) {
                return column;
            }
        }
        return NONE;
    }

    /** The first day of the bucket that the row names. */
    LocalDate read(RawRow row) {
        return row.bucket(name, calendar);
    }
}
