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

/** What a line has built. */
public final class BuiltVolume implements FactKind<Catalogue> {

    public static final String NAME = "BUILT_VOLUME";

    private static final Cell<String> LINE = Cell.text("line");
    private static final Cell<String> CALENDAR = Cell.text("calendar");
    private static final Cell<LocalDate> BUCKET = Cell.date("bucket");
    private static final Cell<Long> QUANTITY = Cell.whole("quantity");
    private static final Shape SHAPE = Shape.of("built_volume", List.of(LINE, CALENDAR, BUCKET), List.of(QUANTITY));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String help() {
        return "Built volumes: how many vehicles of a line were built in a week or month.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("line", "COMPACT", "The vehicle line."),
                BucketColumn.column(),
                Column.needed("units_built", "1187", "How many were built, at least 0.")
                        .in("vehicles"));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, Catalogue known) {
        BucketColumn bucket = BucketColumn.of(row);
        return SHAPE.fact(
                LINE.is(known.codes().known(row, "line", CodeKind.LINE)),
                CALENDAR.is(bucket.calendar().name()),
                BUCKET.is(bucket.read(row)),
                QUANTITY.is(row.thousandths("units_built")));
    }
}
