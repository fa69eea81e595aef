package takt.forecast.ingest;

import java.time.LocalDate;
import java.util.List;
import takt.forecast.master.Catalogue;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Cell;
import takt.ingest.kind.Column;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Shape;
import takt.ingest.row.RawRow;
import takt.kernel.BucketCalendar;

/** What a line was planned to build, as it was issued; each issue stays beside those before it. */
public final class ProductionSchedule implements FactKind<Catalogue> {

    public static final String NAME = "PRODUCTION_SCHEDULE";

    private static final Cell<String> LINE = Cell.text("line");
    private static final Cell<String> CALENDAR = Cell.text("calendar");
    private static final Cell<LocalDate> ISSUED = Cell.date("issued");
    private static final Cell<LocalDate> BUCKET = Cell.date("bucket");
    private static final Cell<Long> QUANTITY = Cell.whole("quantity");
    private static final Shape SHAPE =
            Shape.of("planned_volume", List.of(LINE, CALENDAR, ISSUED, BUCKET), List.of(QUANTITY));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String help() {
        return "Production schedules as issued: how many vehicles of a line were planned for a week or month.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("issued", "2026-11-02", "Day on which the schedule was issued, or the month as YYYY-MM."),
                Column.needed("line", "COMPACT", "The vehicle line."),
                BucketColumn.column(),
                Column.needed("planned_units", "1200", "How many are planned, at least 0.")
                        .in("vehicles"));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, Catalogue known) {
        BucketColumn bucket = BucketColumn.of(row);
        String line = known.codes().known(row, "line", CodeKind.LINE);
        LocalDate issued =
                bucket.calendar() == BucketCalendar.MONTH ? Cells.lastDay(row, "issued") : row.date("issued");
        return SHAPE.fact(
                LINE.is(line),
                CALENDAR.is(bucket.calendar().name()),
                ISSUED.is(issued),
                BUCKET.is(bucket.read(row)),
                QUANTITY.is(row.thousandths("planned_units")));
    }
}
