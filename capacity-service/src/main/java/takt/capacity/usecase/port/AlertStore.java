package takt.capacity.usecase.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import takt.capacity.alert.Alert;
import takt.capacity.alert.AlertChange;
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

    Uni<Void> acknowledge(Alert alert, Caller caller);
}
