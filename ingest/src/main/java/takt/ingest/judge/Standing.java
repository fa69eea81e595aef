package takt.ingest.judge;

/** How a fact of the quarantine stands to what is known of its key by now. */
public enum Standing {
    /** Nothing is known of it. */
    NEW,
    /** Something else is known, from before the row was kept out. */
    CHANGED,
    /** The same is known. */
    SAME,
    /** Something else is known, and came after the row was kept out. */
    OVERTAKEN,
    /** Another row of the same import said something else. */
    DUPLICATE
}
