package takt.ingest.usecase.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import takt.ingest.judge.QuarantinedRow;
import takt.ingest.judge.QuarantinedRow.State;

/** Rows that were kept out, as they were read, and what was decided about them. Neither is ever changed. */
public interface QuarantineStore {

    /** Which rows are meant; empty matches all. */
    record Filter(String kind, String source, String reason) {}

    /** Open rows that are alike. */
    record Count(String kind, String source, String reason, long rows, Instant oldest) {}

    /** Fails with QUARANTINE_FULL while as many rows of a kind are open as there may be. */
    Uni<Void> requireRoom(String kind);

    /** Rows after a number, oldest first. */
    Uni<List<QuarantinedRow>> list(Filter filter, Optional<State> state, long after, int limit);

    /** Open rows before a number, newest first. */
    Uni<List<QuarantinedRow>> open(Filter filter, long before, int limit);

    Uni<List<Count>> counts();

    /** Kinds with open rows that were kept out for a reason and one of the values. */
    Uni<List<String>> kinds(String reason, List<String> values);

    Uni<Optional<QuarantinedRow>> find(long id);

    /** Sets open rows aside; returns how many that were. */
    Uni<Integer> dismiss(List<Long> ids, String by, String note);
}
