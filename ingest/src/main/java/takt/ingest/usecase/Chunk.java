package takt.ingest.usecase;

import java.util.List;
import takt.ingest.judge.Header;
import takt.ingest.judge.SourceRow;
import takt.ingest.judge.Trailer;

/** A message of an import: one that opens it, then rows, then one that closes it. */
public sealed interface Chunk {

    record Opens(String kind, Header header) implements Chunk {}

    record Rows(List<SourceRow> rows) implements Chunk {}

    record Closes(Trailer trailer) implements Chunk {}
}
