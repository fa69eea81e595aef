package takt.forecast.ingest;

/** What a code names. */
public enum CodeKind {
    PART("PART_UNKNOWN"),
    SITE("SITE_UNKNOWN");

    private final String unknown;

    CodeKind(String unknown) {
        this.unknown = unknown;
    }

    /** Reason of a rejection where the code is not known. */
    public String unknown() {
        return unknown;
    }
}
