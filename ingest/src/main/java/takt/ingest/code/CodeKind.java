package takt.ingest.code;

/** What a code names. */
public enum CodeKind {
    PART,
    SITE,
    LINE,
    UNIT,
    PARTNER;

    /** Reason of a rejection where the code is not known. */
    public String unknown() {
        return name() + "_UNKNOWN";
    }
}
