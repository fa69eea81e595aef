package takt.forecast.quality;

/** What a card is about. */
public enum Scope {
    /** A kind of fact. */
    KIND,
    SOURCE,
    PART
}
