package takt.capacity.matching;

/** Why supply cannot follow. */
public sealed interface GapCause {

    GapKind kind();

    /** Name of the capacity group, the part, or what was not answered. */
    String subject();

    /** Cumulative demand above cumulative capacity for twelve weeks in a row. */
    default boolean critical() {
        return false;
    }

    /** Chance of a gap in the first of its weeks; 0 where it is not known. */
    default double chance() {
        return 0;
    }

    /** Demand above what the group can make at most. */
    record AboveMaximum(String subject, boolean critical) implements GapCause {
        @Override
        public GapKind kind() {
            return GapKind.BOTTLENECK;
        }
    }

    /** Demand above what the group makes now, within what it can make. */
    record AboveActual(String subject, boolean critical) implements GapCause {
        @Override
        public GapKind kind() {
            return GapKind.BOTTLENECK_FLEXIBLE;
        }
    }

    /** Committed below demand. */
    record NotCommitted(String subject, double chance) implements GapCause {
        @Override
        public GapKind kind() {
            return GapKind.COMMITMENT_SHORTFALL;
        }
    }

    /** Nothing was answered until the answer time had run out. */
    record NotAnswered() implements GapCause {
        @Override
        public GapKind kind() {
            return GapKind.COMMITMENT_OVERDUE;
        }

        @Override
        public String subject() {
            return "publication";
        }
    }
}
