package takt.ingest.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.ingest.judge.Header;
import takt.ingest.judge.Judging;
import takt.ingest.judge.Origin;
import takt.ingest.judge.Report;
import takt.ingest.judge.RowsDigest;
import takt.ingest.judge.SourceRow;
import takt.ingest.judge.Tally;
import takt.ingest.judge.Trailer;
import takt.ingest.kind.Reading;
import takt.ingest.kind.Shape;
import takt.ingest.row.Rejection;
import takt.ingest.usecase.port.ImportLog;
import takt.ingest.usecase.port.ImportLog.Earlier;
import takt.ingest.usecase.port.Writing;
import takt.kit.Once;
import takt.kit.error.TaktException;

/** One import while its rows come in. */
final class Incoming {

    /** More would not fit: the keys of an import are remembered, 16 bytes each. */
    private static final int MOST_ROWS = 12_000_000;

    private static final int MOST_ROWS_A_MESSAGE = 10_000;

    private final UUID id = UUID.randomUUID();
    private final String kind;
    private final Header header;
    private final Instant begun;
    private final Optional<Earlier> earlier;
    private final Shape shape;
    private final Landing landing;
    private final Judging judging;
    private final Tally tally = new Tally();
    private final RowsDigest digest;
    private long rows;
    private long kept;
    private boolean isClosed;
    private boolean isCut;

    /** @param earlier what answers it already; its rows are only held against that then */
    Incoming(Chunk.Opens opens, Instant begun, Optional<Earlier> earlier, Reading<?> reading, Landing landing) {
        this.kind = opens.kind();
        this.header = opens.header();
        this.begun = begun;
        this.earlier = earlier;
        this.shape = reading.shape();
        this.landing = landing;
        this.judging = new Judging(header.columns(), reading, tally);
        this.digest = new RowsDigest(header.columns());
    }

    String kind() {
        return kind;
    }

    Header header() {
        return header;
    }

    Instant begun() {
        return begun;
    }

    boolean isAnswered() {
        return earlier.isPresent();
    }

    Shape shape() {
        return shape;
    }

    UUID id() {
        return id;
    }

    Landing landing() {
        return landing;
    }

    Tally tally() {
        return tally;
    }

    Writing.From from() {
        return new Writing.From(id, kind, header.source(), header.columns());
    }

    /** Reads rows without judging them, only to tell whether they are those of an earlier import. */
    void hear(List<SourceRow> more) {
        if (isClosed) {
            throw TaktException.invalid("HEADER_MISSING", "part", "Rows came after the trailer.");
        }
        rows += more.size();
        if (more.size() > MOST_ROWS_A_MESSAGE || rows > MOST_ROWS) {
            throw TaktException.invalid(
                    "TOO_LARGE",
                    "rows",
                    "An import takes %,d rows in all and %,d a message.%nMaybe split the file."
                            .formatted(MOST_ROWS, MOST_ROWS_A_MESSAGE));
        }
        digest.add(more);
    }

    Judging.Batch judge(List<SourceRow> more) {
        hear(more);
        return judging.judge(more);
    }

    /** Takes bad rows that go into quarantine; returns how many that are by now. */
    long kept(int more) {
        kept += more;
        return kept;
    }

    void close(Trailer trailer) {
        isClosed = true;
        if (!trailer.problem().isEmpty()) {
            isCut = true;
            tally.reject(new Rejection(trailer.line(), "", "", "SOURCE_CUT", trailer.problem()));
        }
    }

    /** Ends the import: what is missing by then is a fault of the whole. */
    void end() {
        if (!isClosed) {
            tally.reject(new Rejection(
                    0, "", "", "STREAM_CUT", "The stream ended without its trailer; send the whole file again."));
        }
        if (rows + tally.rejected() == 0) {
            tally.reject(new Rejection(1, "", "", "NO_ROWS", "The source holds a header and nothing else."));
        }
    }

    boolean isRefused() {
        return header.isStrict() && !tally.isClean();
    }

    Report report() {
        return tally.report(id, isRefused());
    }

    /** The earlier report, if the rows are those of the earlier import; refuses others. */
    Report confirmed() {
        Earlier before = earlier.orElseThrow();
        String now = digest.hex();
        if (before.isRequest()) {
            Once.requireSame(before.rowsHash(), now, header.requestId(), "an import");
        } else if (!before.rowsHash().isEmpty() && !before.rowsHash().equals(now)) {
            throw TaktException.invalid(
                    "CONTENT_HASH_INVALID",
                    "content_hash",
                    "The rows are not those that came with this hash before; nothing of them is taken in.\nMaybe send them without a hash.");
        }
        return before.report();
    }

    /** One whose stream or source broke off does not stand for its request: it may be sent again under the same id. */
    ImportLog.Entry entry(Origin origin, String by) {
        return new ImportLog.Entry(
                kind,
                origin,
                header.source(),
                isClosed && !isCut ? header.requestId() : id,
                report(),
                digest.hex(),
                header.contentHash(),
                begun,
                by);
    }
}
