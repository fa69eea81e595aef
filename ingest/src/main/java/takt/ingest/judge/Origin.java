package takt.ingest.judge;

/** Where an import comes from; what its sender calls itself tells nothing. */
public enum Origin {
    /** Somebody sent it. */
    SENT,
    /** Rows of the quarantine came in after all. */
    REPLAYED,
    /** A person accepted a suggestion. */
    ACCEPTED,
    /** A saved rule accepted codes. */
    RULED
}
