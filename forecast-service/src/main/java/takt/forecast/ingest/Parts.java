package takt.forecast.ingest;

import java.util.List;
import takt.forecast.master.Catalogue;
import takt.ingest.kind.Cell;
import takt.ingest.kind.Column;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Shape;
import takt.ingest.row.RawRow;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.UnitCode;

/** Parts with the unit they are counted in. */
public final class Parts implements FactKind<Catalogue> {

    private static final Cell<String> PART = Cell.text("part");
    private static final Cell<String> DESCRIPTION = Cell.text("description");
    private static final Cell<String> UNIT = Cell.text("unit");
    private static final Cell<String> FAMILY = Cell.text("family");
    private static final Cell<String> CATEGORY = Cell.text("category");
    private static final Shape SHAPE = Shape.of("part", List.of(PART), List.of(DESCRIPTION, UNIT, FAMILY, CATEGORY));

    @Override
    public String name() {
        return "PARTS";
    }

    @Override
    public String help() {
        return "Parts, the unit each is counted in, and why it is demanded.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("part", "BRK-4711", "Number of the part: 1 to 50 letters, digits, blanks or ._/+-."),
                Column.needed("description", "Brake disc, front", "What people call it; may be empty."),
                Column.needed("unit", "H87", "UN/ECE code of the unit it is counted in."),
                Column.needed("family", "brakes", "Family of parts alike; may be empty."),
                Column.needed("category", "SR99", "SR99 for series demand, A1S1 for after-sales."));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, Catalogue known) {
        if (!PartNumber.isValid(row.text("part"))) {
            throw row.fault(
                    "part",
                    "PART_INVALID",
                    "Use 1 to 50 letters, digits, blanks or ._/+- and begin with a letter or digit.");
        }
        UnitCode unit = known.codes().unit(row, "unit");
        DemandCategory category = DemandCategory.find(row.text("category"))
                .orElseThrow(() ->
                        row.fault("category", "CATEGORY_UNKNOWN", "Use SR99 for series or A1S1 for after-sales."));
        return SHAPE.fact(
                PART.is(row.text("part")),
                DESCRIPTION.is(row.textOr("description", "")),
                UNIT.is(unit.name()),
                FAMILY.is(row.textOr("family", "")),
                CATEGORY.is(category.code()));
    }
}
