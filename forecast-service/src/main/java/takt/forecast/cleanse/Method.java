package takt.forecast.cleanse;

/** Why a value is not what was demanded. */
public enum Method {
    /** The plant worked on fewer days than in other weeks. */
    SHUTDOWN,
    /** Nothing lay in stock, so little could be sold. */
    STOCK_OUT,
    /** One order far above the others; it will hardly come again. */
    ONE_OFF,
    /** Far from the buckets on either side, and nothing says why. */
    OUTLIER
}
