package takt.forecast.version;

/** What parts are added up by. */
public enum GroupLevel {
    FAMILY,
    PLANT,
    ALL
}
