package takt.forecast.ingest;

import java.util.Map;

/** What a code names. */
public enum CodeKind {
    PART("PART_UNKNOWN"),
    SITE("SITE_UNKNOWN"),
    LINE("LINE_UNKNOWN"),
    UNIT("UNIT_UNKNOWN");

    private final String unknown;

    CodeKind(String unknown) {
        this.unknown = unknown;
    }

    /** Other names of units that planning systems use, in capitals. */
    private static final Map<String, String> USUAL_UNITS = Map.ofEntries(
            Map.entry("ST", "H87"),
            Map.entry("STK", "H87"),
            Map.entry("PCE", "H87"),
            Map.entry("PC", "H87"),
            Map.entry("PCS", "H87"),
            Map.entry("EA", "H87"),
            Map.entry("C62", "H87"),
            Map.entry("PAA", "PR"),
            Map.entry("KG", "KGM"),
            Map.entry("G", "GRM"),
            Map.entry("T", "TNE"),
            Map.entry("TO", "TNE"),
            Map.entry("LB", "LBR"),
            Map.entry("L", "LTR"),
            Map.entry("ML", "MLT"),
            Map.entry("M3", "MTQ"),
            Map.entry("M", "MTR"),
            Map.entry("CM", "CMT"),
            Map.entry("M2", "MTK"),
            Map.entry("H", "HUR"),
            Map.entry("S", "SEC"));

    /** Finds which known codes others may mean. */
    public Spelling spelling(Catalogue catalogue) {
        return new Spelling(catalogue.numbers(this), this == UNIT ? USUAL_UNITS : Map.of());
    }

    /** Reason of a rejection where the code is not known. */
    public String unknown() {
        return unknown;
    }
}
