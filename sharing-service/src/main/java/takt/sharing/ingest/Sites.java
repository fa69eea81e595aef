package takt.sharing.ingest;

import java.util.List;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Cell;
import takt.ingest.kind.Column;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Shape;
import takt.ingest.row.RawRow;
import takt.kernel.SiteId;

/** Whose sites are whose. */
public final class Sites implements FactKind<NetworkKnown> {

    private static final Cell<String> SITE = Cell.text("site");
    private static final Cell<String> NAME = Cell.text("name");
    private static final Cell<String> PARTNER = Cell.text("partner");
    private static final Shape SHAPE = Shape.of("site", List.of(SITE), List.of(NAME, PARTNER));

    @Override
    public String name() {
        return "SITES";
    }

    @Override
    public String help() {
        return "Sites and the company that each belongs to.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("site", "BPNS0000000DEMO1", "BPNS of the site: BPNS and 12 letters or digits."),
                Column.needed("name", "Plant North", "What people call it."),
                Column.needed("partner", "BPNL0000000DEMO1", "The company, or another code of it."));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, NetworkKnown known) {
        if (!SiteId.isValid(row.text("site"))) {
            throw row.fault("site", "SITE_INVALID", "Write a BPNS: BPNS and 12 letters or digits.");
        }
        return SHAPE.fact(
                SITE.is(row.text("site")),
                NAME.is(row.text("name")),
                PARTNER.is(known.codes().known(row, "partner", CodeKind.PARTNER)));
    }
}
