package takt.sharing.ingest;

import java.util.List;
import takt.ingest.kind.Cell;
import takt.ingest.kind.Column;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Shape;
import takt.ingest.row.RawRow;
import takt.kernel.PartnerId;

/** Companies of the network. */
public final class Partners implements FactKind<NetworkKnown> {

    private static final Cell<String> PARTNER = Cell.text("partner");
    private static final Cell<String> NAME = Cell.text("name");
    private static final Cell<Long> TIER = Cell.whole("tier");
    private static final Shape SHAPE = Shape.of("partner", List.of(PARTNER), List.of(NAME, TIER));

    @Override
    public String name() {
        return "PARTNERS";
    }

    @Override
    public String help() {
        return "Companies of the network and the tier each stands on.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("partner", "BPNL0000000DEMO1", "BPNL of the company: BPNL and 12 letters or digits."),
                Column.needed("name", "Castings Ltd", "What people call it."),
                Column.needed("tier", "2", "0 for the OEM, 1 for who supplies it, and so on to 9."));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, NetworkKnown known) {
        if (!PartnerId.isValid(row.text("partner"))) {
            throw row.fault("partner", "PARTNER_INVALID", "Write a BPNL: BPNL and 12 letters or digits.");
        }
        return SHAPE.fact(
                PARTNER.is(row.text("partner")), NAME.is(row.text("name")), TIER.is((long) row.integer("tier", 0, 9)));
    }
}
