package takt.ingest.usecase.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import takt.ingest.judge.Header;
import takt.ingest.judge.Origin;
import takt.ingest.judge.Report;

/** Finished imports and their reports; what was sent before is answered from them. */
public interface ImportLog {

    /**
     * An import that may answer another one.
     *
     * @param rowsHash of its rows; empty if that was not kept
     * @param isRequest whether it came under the same request id, not only with the same hash of its content
     */
    record Earlier(Report report, String rowsHash, boolean isRequest) {}

    /**
     * A finished import.
     *
     * @param requestId the request it stands for; its own id when it stands for none
     * @param rowsHash of header and rows as they came; empty where none did
     * @param contentHash of what the rows were made from; empty if unknown
     * @param begun content is only remembered when no other import finished since: rows may mean something else by now
     */
    record Entry(
            String kind,
            Origin origin,
            String source,
            UUID requestId,
            Report report,
            String rowsHash,
            String contentHash,
            Instant begun,
            String by) {}

    /** The import there is already: of the same request, or of the same content when nothing came since. */
    Uni<Optional<Earlier>> earlier(String kind, Header header);

    /**
     * From here on facts may change, and with them what rows of other kinds mean: no earlier content is known to be the
     * last.
     */
    Uni<Void> forget();

    Uni<Void> add(Entry entry);
}
