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
public record Alert(
        UUID id, Gap gap, Instant openedAt, Optional<Instant> acknowledgedAt, Optional<Instant> resolvedAt) {

    public enum State {
        OPEN,
        ACKNOWLEDGED,
        RESOLVED
    }

    public State state() {
        if (resolvedAt.isPresent()) {
            return State.RESOLVED;
        }
        return acknowledgedAt.isPresent() ? State.ACKNOWLEDGED : State.OPEN;
    }

    Alert seenAgain(Gap newest) {
        return new Alert(id, newest, openedAt, acknowledgedAt, resolvedAt);
    }

    Alert resolved(Instant at) {
        return new Alert(id, gap, openedAt, acknowledgedAt, Optional.of(at));
    }
}
