package takt.capacity.matching;

/** What a gap is about, loudest first. */
public enum GapKind {
    BOTTLENECK,
    COMMITMENT_SHORTFALL,
    BOTTLENECK_FLEXIBLE,
    COMMITMENT_OVERDUE
}
