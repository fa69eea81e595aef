package takt.ingest.kind;

import java.util.List;
import takt.ingest.row.RawRow;

/** A kind of fact whose rows are being read, and what they are judged by. */
public record Reading<K extends Known>(FactKind<K> kind, K known) {

    public Shape shape() {
        return kind.shape();
    }

    public List<String> missing(List<String> header) {
        return kind.missing(header);
    }

    /** Throws {@link takt.ingest.row.RowFault} when the row is no good. */
    public Fact read(RawRow row) {
        return kind.read(row, known);
    }

    public void taken(Fact fact) {
        kind.taken(fact, known);
    }
}
