package takt.forecast.quality;

/** What is asked of data. */
public enum Dimension {
    /** Buckets that are known, of those between the first and the last of each series. */
    COMPLETENESS,
    /** Whether what should have come has come. */
    TIMELINESS,
    /** Rows that are no longer kept out, of those that were read. */
    VALIDITY,
    /** How far what says the same thing twice agrees: built against planned, demand against usage times built. */
    CONSISTENCY,
    /** Buckets that are no outliers and no one-off orders. */
    PLAUSIBILITY
}
