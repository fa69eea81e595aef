package takt.forecast.quality;

/** What a card is about. */
public enum Scope {
    FEED,
    SOURCE,
    PART
}
