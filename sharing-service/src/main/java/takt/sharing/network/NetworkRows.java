package takt.sharing.network;

import java.math.BigDecimal;
import java.util.List;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Fact;
import takt.ingest.row.RawRow;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;

/** One rule per kind of row. */
final class NetworkRows {

    private NetworkRows() {}

    static Fact partner(RawRow row, NetworkKind.Known known) {
        if (!PartnerId.isValid(row.text("partner"))) {
            throw row.fault("partner", "PARTNER_INVALID", "Write a BPNL: BPNL and 12 letters or digits.");
        }
        return new Fact(List.of(row.text("partner")), List.of(row.text("name"), (long) row.integer("tier", 0, 9)));
    }

    static Fact site(RawRow row, NetworkKind.Known known) {
        if (!SiteId.isValid(row.text("site"))) {
            throw row.fault("site", "SITE_INVALID", "Write a BPNS: BPNS and 12 letters or digits.");
        }
        return new Fact(
                List.of(row.text("site")),
                List.of(row.text("name"), known.codes().known(row, "partner", CodeKind.PARTNER)));
    }

    static Fact relation(RawRow row, NetworkKind.Known known) {
        BigDecimal share = row.decimal("share");
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw row.fault("share", "SHARE_INVALID", "A share lies in 0..1; 0 ends the relation.");
        }
        long firm = row.integer("firm_weeks", 0, 104);
        long production = row.integer("production_weeks", (int) firm, 104);
        long material = row.integer("material_weeks", (int) production, 104);
        String part = part(row, "part", known);
        return new Fact(
                List.of(
                        part,
                        known.codes().known(row, "customer", CodeKind.PARTNER),
                        known.codes().known(row, "customer_site", CodeKind.SITE),
                        known.codes().known(row, "supplier", CodeKind.PARTNER)),
                List.of(
                        share.doubleValue(),
                        (long) row.integer("lead_time_weeks", 0, 52),
                        row.has("pack_size") ? row.thousandths("pack_size") : 0L,
                        firm,
                        production,
                        material,
                        (long) row.integer("answer_days", 0, 365)),
                () -> known.spellings().know(part));
    }

    static Fact link(RawRow row, NetworkKind.Known known) {
        UnitCode unit = known.codes().unit(row, "unit");
        BigDecimal quantity = row.factor("quantity");
        PartNumber parent = new PartNumber(part(row, "parent", known));
        PartNumber child = new PartNumber(part(row, "child", known));
        if (quantity.signum() > 0 && known.bom().closesCircle(parent, child)) {
            throw row.fault("child", "BOM_CYCLE", "The child already holds the parent; one of the links is wrong.");
        }
        return new Fact(List.of(parent.value(), child.value()), List.of(quantity, unit.name()), () -> {
            known.spellings().know(parent.value());
            known.spellings().know(child.value());
            if (quantity.signum() == 0) { // the link ends
                known.bom().remove(parent, child);
            } else {
                known.bom().add(parent, child);
            }
        });
    }

    /** The own number of the part that the row names; a number that nobody has named before is its own. */
    private static String part(RawRow row, String column, NetworkKind.Known known) {
        String text = row.text(column);
        return known.codes().find(CodeKind.PART, text).orElseGet(() -> {
            if (!PartNumber.isValid(text)) {
                throw row.fault(
                        column,
                        "PART_INVALID",
                        "Use 1 to 50 letters, digits, blanks or ._/+- and begin with a letter or digit.");
            }
            known.spellings().like(text).ifPresent(other -> {
                throw row.fault(
                        column,
                        CodeKind.PART.unknown(),
                        "It looks like `%s`; accept that cross-reference, or reject it if this is a part of its own."
                                .formatted(other));
            });
            return text;
        });
    }
}
