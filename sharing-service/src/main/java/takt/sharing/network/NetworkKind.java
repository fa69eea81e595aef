package takt.sharing.network;

import java.util.ArrayList;
import java.util.List;
import takt.ingest.code.CodeBook;
import takt.ingest.kind.Fact;
import takt.ingest.row.RawRow;

/** The kinds of network facts, the columns each needs, and how a row is read. */
public enum NetworkKind {
    PARTNERS(NetworkRows::partner, "partner", "name", "tier"),
    SITES(NetworkRows::site, "site", "name", "partner"),
    SUPPLY_RELATIONS(
            NetworkRows::relation,
            "part",
            "customer",
            "customer_site",
            "supplier",
            "share",
            "lead_time_weeks",
            "pack_size",
            "firm_weeks",
            "production_weeks",
            "material_weeks",
            "answer_days"),
    BOM_LINKS(NetworkRows::link, "parent", "child", "quantity", "unit"),
    CROSS_REFERENCES((row, known) -> known.codes().crossReference(row), "what", "code", "means");

    /** What is known already and a row may name, and a new part may be a spelling of. */
    public record Known(CodeBook codes, BomDraft bom, PartSpellings spellings) {}

    @FunctionalInterface
    interface Reader {
        Fact read(RawRow row, Known known);
    }

    private final Reader reader;
    private final List<String> required;

    NetworkKind(Reader reader, String... required) {
        this.reader = reader;
        this.required = List.of(required);
    }

    /** Whether its rows name parts. */
    public boolean namesParts() {
        return this != PARTNERS && this != SITES;
    }

    public List<String> missing(List<String> columns) {
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(columns);
        return missing;
    }

    public Fact read(RawRow row, Known known) {
        return reader.read(row, known);
    }
}
