package takt.sharing.ingest;

import java.math.BigDecimal;
import java.util.List;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Cell;
import takt.ingest.kind.Column;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Shape;
import takt.ingest.row.RawRow;

/** Who supplies what to whom, and how far ahead it is firm. */
public final class SupplyRelations implements FactKind<NetworkKnown> {

    private static final Cell<String> PART = Cell.text("part");
    private static final Cell<String> CUSTOMER = Cell.text("customer");
    private static final Cell<String> CUSTOMER_SITE = Cell.text("customer_site");
    private static final Cell<String> SUPPLIER = Cell.text("supplier");
    private static final Cell<Double> SHARE = Cell.real("share");
    private static final Cell<Long> LEAD_TIME_WEEKS = Cell.whole("lead_time_weeks");
    private static final Cell<Long> PACK = Cell.whole("pack");
    private static final Cell<Long> FIRM_WEEKS = Cell.whole("firm_weeks");
    private static final Cell<Long> PRODUCTION_WEEKS = Cell.whole("production_weeks");
    private static final Cell<Long> MATERIAL_WEEKS = Cell.whole("material_weeks");
    private static final Cell<Long> ANSWER_DAYS = Cell.whole("answer_days");
    private static final Shape SHAPE = Shape.of(
            "supply_relation",
            List.of(PART, CUSTOMER, CUSTOMER_SITE, SUPPLIER),
            List.of(SHARE, LEAD_TIME_WEEKS, PACK, FIRM_WEEKS, PRODUCTION_WEEKS, MATERIAL_WEEKS, ANSWER_DAYS));
    private static final int MOST_WEEKS = 104;

    @Override
    public String name() {
        return "SUPPLY_RELATIONS";
    }

    @Override
    public String help() {
        return "Who supplies a part to a customer's site, with its share, its lead time, and how far ahead a forecast is firm.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("part", "BRK-4711", "Number of the part, or another code of it."),
                Column.needed("customer", "BPNL0000000DEMO1", "Who needs the part."),
                Column.needed("customer_site", "BPNS0000000DEMO1", "Where it is needed."),
                Column.needed("supplier", "BPNL0000000DEMO2", "Who supplies it."),
                Column.needed("share", "0.6", "Share of the need, 0 to 1; 0 ends the relation."),
                Column.needed("lead_time_weeks", "2", "From dispatch to arrival, 0 to 52.")
                        .in("weeks"),
                Column.needed("pack_size", "24", "A pack holds so many; empty or 0 means any quantity.")
                        .in("the part's own unit"),
                Column.needed("firm_weeks", "4", "Weeks from now that are firm, 0 to 104.")
                        .in("weeks"),
                Column.needed("production_weeks", "8", "Weeks from now released for production, no fewer.")
                        .in("weeks"),
                Column.needed("material_weeks", "16", "Weeks from now released for material, no fewer.")
                        .in("weeks"),
                Column.needed("answer_days", "3", "Days that the supplier has to answer, 0 to 365.")
                        .in("days"));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, NetworkKnown known) {
        BigDecimal share = row.decimal("share");
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw row.fault("share", "SHARE_INVALID", "A share lies in 0..1; 0 ends the relation.");
        }
        int firm = row.integer("firm_weeks", 0, MOST_WEEKS);
        int production = row.integer("production_weeks", firm, MOST_WEEKS);
        int material = row.integer("material_weeks", production, MOST_WEEKS);
        return SHAPE.fact(
                PART.is(known.parts().read(row, "part", known.codes())),
                CUSTOMER.is(known.codes().known(row, "customer", CodeKind.PARTNER)),
                CUSTOMER_SITE.is(known.codes().known(row, "customer_site", CodeKind.SITE)),
                SUPPLIER.is(known.codes().known(row, "supplier", CodeKind.PARTNER)),
                SHARE.is(share.doubleValue()),
                LEAD_TIME_WEEKS.is((long) row.integer("lead_time_weeks", 0, 52)),
                PACK.is(row.has("pack_size") ? row.thousandths("pack_size") : 0L),
                FIRM_WEEKS.is((long) firm),
                PRODUCTION_WEEKS.is((long) production),
                MATERIAL_WEEKS.is((long) material),
                ANSWER_DAYS.is((long) row.integer("answer_days", 0, 365)));
    }

    @Override
    public void taken(Fact fact, NetworkKnown known) {
        known.parts().know(fact.get(PART));
    }
}
