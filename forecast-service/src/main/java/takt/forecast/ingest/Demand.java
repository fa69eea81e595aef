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

/** What was demanded of a part at a site. */
public final class Demand implements FactKind<Catalogue> {

    public static final String NAME = "DEMAND";

    private static final Cell<String> PART = Cell.text("part");
    private static final Cell<String> SITE = Cell.text("site");
    private static final Cell<String> CALENDAR = Cell.text("calendar");
    private static final Cell<LocalDate> BUCKET = Cell.date("bucket");
    private static final Cell<Long> QUANTITY = Cell.whole("quantity");
    private static final Shape SHAPE = Shape.of("demand", List.of(PART, SITE, CALENDAR, BUCKET), List.of(QUANTITY));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String help() {
        return "Demand of a part at a site in a day, week or month. A bucket without a row is unknown, not zero.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("part", "BRK-4711", "Number of the part, or another code of it."),
                Column.needed("site", "BPNS0000000DEMO1", "The site, or another code of it."),
                BucketColumn.column(),
                Column.needed("demand", "412", "How much, at least 0.").in("the part's own unit, or that of its row"),
                Cells.unitColumn());
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, Catalogue known) {
        BucketColumn bucket = BucketColumn.of(row);
        String part = known.codes().known(row, "part", CodeKind.PART);
        String site = known.codes().known(row, "site", CodeKind.SITE);
        return SHAPE.fact(
                PART.is(part),
                SITE.is(site),
                CALENDAR.is(bucket.calendar().name()),
                BUCKET.is(bucket.read(row)),
                QUANTITY.is(Cells.quantity(row, "demand", part, known)));
    }
}
