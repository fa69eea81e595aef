package takt.ingest.judge;

import java.util.Optional;

/** What becomes of a quarantined row that is good by now, by how its fact stands to what is known. */
public enum ReplayRule {
    /** Its fact is taken in. */
    LANDS(QuarantinedRow.State.LANDED),
    /** Its fact came by another way; nothing changes. */
    IS_KNOWN(QuarantinedRow.State.LANDED),
    /** A newer fact came first; nothing changes. */
    IS_SUPERSEDED(QuarantinedRow.State.SUPERSEDED),
    /** It contradicts another row of its import: only a person can say which one counts. */
    STAYS(null);

    private final Optional<QuarantinedRow.State> decided;

    ReplayRule(QuarantinedRow.@org.jspecify.annotations.Nullable State decided) {
        this.decided = Optional.ofNullable(decided);
    }

    public static ReplayRule of(Standing standing) {
        return switch (standing) {
            case NEW, CHANGED -> LANDS;
            case SAME -> IS_KNOWN;
            case OVERTAKEN -> IS_SUPERSEDED;
            case DUPLICATE -> STAYS;
        };
    }

    /** Where the row stands from then on; empty when it stays open. */
    public Optional<QuarantinedRow.State> decided() {
        return decided;
    }
}
