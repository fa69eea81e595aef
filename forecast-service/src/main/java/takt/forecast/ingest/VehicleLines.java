package takt.forecast.ingest;

import java.util.List;
import takt.forecast.master.Catalogue;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Cell;
import takt.ingest.kind.Column;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Shape;
import takt.ingest.row.RawRow;

/** Lines of vehicles that use parts. */
public final class VehicleLines implements FactKind<Catalogue> {

    private static final Cell<String> LINE = Cell.text("line");
    private static final Cell<String> NAME = Cell.text("name");
    private static final Cell<String> SITE = Cell.text("site");
    private static final Shape SHAPE = Shape.of("vehicle_line", List.of(LINE), List.of(NAME, SITE));

    @Override
    public String name() {
        return "VEHICLE_LINES";
    }

    @Override
    public String help() {
        return "Vehicle lines. A part that vehicles will need and that nobody has demanded yet is forecast at the site where they are built.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("line", "COMPACT", "Code of the line."),
                Column.needed("name", "Compact class", "What people call it."),
                Column.optional("site", "BPNS0000000DEMO1", "Site where its vehicles are built; may be empty."));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, Catalogue known) {
        String site = row.has("site") ? known.codes().known(row, "site", CodeKind.SITE) : "";
        return SHAPE.fact(LINE.is(row.text("line")), NAME.is(row.text("name")), SITE.is(site));
    }
}
