package takt.capacity.usecase.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import takt.capacity.alert.Alert;
import takt.capacity.alert.AlertChange;
import takt.capacity.alert.Care;
import takt.capacity.commitment.AskedLine;
import takt.capacity.commitment.Commitment;
import takt.capacity.declaration.CapacityGroup;
import takt.kernel.PartnerId;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;

/** Keeps alerts and gives a matching what it needs. */
public interface AlertStore {

    /** All of one supplier that a matching looks at. */
    record Situation(
            List<AskedLine> lines, List<CapacityGroup> groups, List<Commitment> commitments, List<Alert> unresolved) {}

    Uni<List<PartnerId>> suppliers();

    /** Reads the situation, decides, keeps the change and its feed entries in one transaction. */
    Uni<AlertChange> match(PartnerId supplier, Function<Situation, AlertChange> matching);

    /** Loudest and earliest first; an empty supplier or part means all. */
    Uni<List<Alert>> list(Audience audience, String part, boolean resolvedToo, int offset, int limit);

    Uni<Optional<Alert>> find(UUID id);

    /**
     * Takes a step on an alert and keeps it, with an entry of the feed; a step that changes nothing is none. An alert that
     * is resolved by then stays what it was.
     *
     * @return the alert after it
     */
    Uni<Alert> take(Alert alert, Care.Step step, Caller caller);

    /** Steps taken on an alert, oldest first. */
    Uni<List<Care.Taken>> steps(UUID alert);
}
