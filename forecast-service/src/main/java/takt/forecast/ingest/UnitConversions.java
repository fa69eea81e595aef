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
import takt.kernel.UnitCode;

/** How much of a part's own unit another unit is. */
public final class UnitConversions implements FactKind<Catalogue> {

    private static final Cell<String> PART = Cell.text("part");
    private static final Cell<String> UNIT = Cell.text("unit");
    private static final Cell<Long> AMOUNT = Cell.whole("amount");
    private static final Cell<Long> EQUALS = Cell.whole("equals");
    private static final Shape SHAPE = Shape.of("unit_conversion", List.of(PART, UNIT), List.of(AMOUNT, EQUALS));

    @Override
    public String name() {
        return "UNIT_CONVERSIONS";
    }

    @Override
    public String help() {
        return "How much of a part's own unit another unit is: `SET,1,4` says that a set is four of the part's own unit, `KGM,0.35,1` that 0.35 kg are one of it. Units that measure the same convert by themselves.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("part", "BRK-4711", "Number of the part, or another code of it."),
                Column.needed("unit", "SET", "UN/ECE code of the other unit."),
                Column.needed("amount", "1", "How much of the other unit, above 0.")
                        .in("the other unit"),
                Column.needed("equals", "4", "How much of the part that is, above 0.")
                        .in("the part's own unit"));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, Catalogue known) {
        String part = known.codes().known(row, "part", CodeKind.PART);
        UnitCode unit = known.codes().unit(row, "unit");
        if (unit.isLike(known.unit(part))) {
            throw row.fault(
                    "unit",
                    "CONVERSION_FIXED",
                    "The part's unit measures the same; the factor is not a matter of the part.");
        }
        return SHAPE.fact(
                PART.is(part),
                UNIT.is(unit.name()),
                AMOUNT.is(aboveZero(row, "amount")),
                EQUALS.is(aboveZero(row, "equals")));
    }

    private static long aboveZero(RawRow row, String column) {
        long quantity = row.thousandths(column);
        if (quantity == 0) {
            throw row.fault(column, "QUANTITY_ZERO", "Write how much one unit is of the other.");
        }
        return quantity;
    }
}
