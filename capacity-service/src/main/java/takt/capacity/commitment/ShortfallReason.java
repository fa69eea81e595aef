package takt.capacity.commitment;

/** Why a supplier commits less than it was asked for. */
public enum ShortfallReason {
    UNSPECIFIED,
    CAPACITY,
    MATERIAL,
    LEAD_TIME,
    SHUTDOWN
}
