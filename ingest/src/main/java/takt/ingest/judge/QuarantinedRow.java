package takt.ingest.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.ingest.row.Rejection;

/**
 * A row that was kept out.
 *
 * @param cells as read; not always as many as columns
 * @param decision what was decided about it; empty while it is open
 */
public record QuarantinedRow(
        long id,
        String kind,
        String source,
        UUID importId,
        List<String> columns,
        List<String> cells,
        Rejection rejection,
        Instant at,
        Optional<Decision> decision) {

    /** Where a row can stand. */
    public enum State {
        OPEN,
        LANDED,
        SUPERSEDED,
        DISMISSED
    }

    /** @param cells those that were judged at last */
    public record Decision(State state, String by, Instant at, String note, List<String> cells) {}

    public State state() {
        return decision.map(Decision::state).orElse(State.OPEN);
    }
}
