package takt.sharing.ingest;

import java.math.BigDecimal;
import java.util.List;
import takt.ingest.kind.Cell;
import takt.ingest.kind.Column;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Shape;
import takt.ingest.row.RawRow;
import takt.kernel.PartNumber;
import takt.kernel.UnitCode;

/** What a part is made of. */
public final class BomLinks implements FactKind<NetworkKnown> {

    private static final Cell<String> PARENT = Cell.text("parent");
    private static final Cell<String> CHILD = Cell.text("child");
    private static final Cell<BigDecimal> QUANTITY = Cell.decimal("quantity");
    private static final Cell<String> UNIT = Cell.text("unit");
    private static final Shape SHAPE = Shape.of("bom_link", List.of(PARENT, CHILD), List.of(QUANTITY, UNIT));

    @Override
    public String name() {
        return "BOM_LINKS";
    }

    @Override
    public String help() {
        return "Bills of material: how much of a component one unit of a part needs.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("parent", "BRK-4711", "The part that is made."),
                Column.needed("child", "CST-100", "The component it needs."),
                Column.needed("quantity", "1", "How much of it one unit of the part needs; 0 ends the link.")
                        .in("the unit of its row"),
                Column.needed("unit", "H87", "UN/ECE code of the unit that the component is counted in."));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, NetworkKnown known) {
        UnitCode unit = known.codes().unit(row, "unit");
        BigDecimal quantity = row.factor("quantity");
        PartNumber parent = new PartNumber(known.parts().read(row, "parent", known.codes()));
        PartNumber child = new PartNumber(known.parts().read(row, "child", known.codes()));
        if (quantity.signum() > 0 && known.bom().closesCircle(parent, child)) {
            throw row.fault("child", "BOM_CYCLE", "The child already holds the parent; one of the links is wrong.");
        }
        return SHAPE.fact(
                PARENT.is(parent.value()), CHILD.is(child.value()), QUANTITY.is(quantity), UNIT.is(unit.name()));
    }

    @Override
    public void taken(Fact fact, NetworkKnown known) {
        PartNumber parent = new PartNumber(fact.get(PARENT));
        PartNumber child = new PartNumber(fact.get(CHILD));
        known.parts().know(parent.value());
        known.parts().know(child.value());
        if (fact.get(QUANTITY).signum() == 0) { // the link ends
            known.bom().remove(parent, child);
        } else {
            known.bom().add(parent, child);
        }
    }
}
