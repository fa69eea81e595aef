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

/** On how many days of a week a plant works. */
public final class PlantCalendar implements FactKind<Catalogue> {

    private static final Cell<String> SITE = Cell.text("site");
    private static final Cell<LocalDate> WEEK = Cell.date("week");
    private static final Cell<Long> WORKING_DAYS = Cell.whole("working_days");
    private static final Cell<String> WHAT = Cell.text("what");
    private static final Shape SHAPE = Shape.of("plant_week", List.of(SITE, WEEK), List.of(WORKING_DAYS, WHAT));

    @Override
    public String name() {
        return "PLANT_CALENDAR";
    }

    @Override
    public String help() {
        return "On how many days of a week a plant works; 0 is a shutdown. Weeks that are not named are weeks like any other.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("site", "BPNS0000000DEMO1", "The plant."),
                Column.needed("week", "2026-W31", "The week, as YYYY-Www or by its Monday."),
                Column.needed("working_days", "0", "0 to 7.").in("days"),
                Column.optional("what", "summer shutdown", "What it is that week; may be empty."));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, Catalogue known) {
        return SHAPE.fact(
                SITE.is(known.codes().known(row, "site", CodeKind.SITE)),
                WEEK.is(row.bucket("week", BucketCalendar.ISO_WEEK)),
                WORKING_DAYS.is((long) row.integer("working_days", 0, 7)),
                WHAT.is(row.textOr("what", "")));
    }
}
