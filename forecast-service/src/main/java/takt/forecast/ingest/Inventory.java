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

/** What lay in stock at the end of a day. */
public final class Inventory implements FactKind<Catalogue> {

    private static final Cell<String> PART = Cell.text("part");
    private static final Cell<String> SITE = Cell.text("site");
    private static final Cell<LocalDate> DAY = Cell.date("day");
    private static final Cell<Long> QUANTITY = Cell.whole("quantity");
    private static final Shape SHAPE = Shape.of("stock", List.of(PART, SITE, DAY), List.of(QUANTITY));

    @Override
    public String name() {
        return "INVENTORY";
    }

    @Override
    public String help() {
        return "What lay in stock of a part at a site at the end of a day.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("part", "BRK-4711", "Number of the part, or another code of it."),
                Column.needed("site", "BPNS0000000DEMO1", "The site, or another code of it."),
                Column.needed("day", "2026-11-27", "The day, as YYYY-MM-DD."),
                Column.needed("stock", "80", "How much, at least 0.").in("the part's own unit, or that of its row"),
                Cells.unitColumn());
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, Catalogue known) {
        String part = known.codes().known(row, "part", CodeKind.PART);
        return SHAPE.fact(
                PART.is(part),
                SITE.is(known.codes().known(row, "site", CodeKind.SITE)),
                DAY.is(row.bucket("day", BucketCalendar.DAY)),
                QUANTITY.is(Cells.quantity(row, "stock", part, known)));
    }
}
