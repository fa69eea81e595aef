package takt.capacity.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import takt.capacity.matching.Gap;

/**
 * A gap that somebody should know of.
 *
 * @param gap as the newest matching saw it
 */
public record Alert(UUID id, Gap gap, Instant openedAt, Care care, Optional<Instant> resolvedAt) {

    public enum State {
        OPEN,
        ACKNOWLEDGED,
        RESOLVED
    }

    public State state() {
        if (resolvedAt.isPresent()) {
            return State.RESOLVED;
        }
        return care.acknowledgedAt().isPresent() ? State.ACKNOWLEDGED : State.OPEN;
    }

    /** The alert after a step that a person takes. */
    public Alert after(Care.Taken taken) {
        return new Alert(id, gap, openedAt, care.after(taken), resolvedAt);
    }

    Alert seenAgain(Gap newest) {
        return new Alert(id, newest, openedAt, care, resolvedAt);
    }

    Alert resolved(Instant at) {
        return new Alert(id, gap, openedAt, care, Optional.of(at));
    }
}
