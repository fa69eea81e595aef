package takt.ingest.judge;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import takt.ingest.kind.Fact;
import takt.ingest.kind.Reading;
import takt.ingest.row.RawRow;
import takt.ingest.row.Rejection;
import takt.ingest.row.RowFault;

/** Judges the rows of one import. It is fed some rows at a time and never concurrently. */
public final class Judging {

    /**
     * What became of some rows.
     *
     * @param contested keys that a row of them gave a second time: nobody knows which row counts, so none does
     */
    public record Batch(List<Fact> facts, List<KeptOut> bad, List<List<Object>> contested) {}

    private static final String DUPLICATE = "DUPLICATE_ROW";

    private final List<String> columns;
    private final Reading<?> reading;
    private final Tally tally;
    /** Line of the first row by hash of the key, below 0 once another row has contested it. */
    private final LongIntHashMap seen = new LongIntHashMap();

    /** @param tally hears of rows that are no good */
    public Judging(List<String> columns, Reading<?> reading, Tally tally) {
        this.columns = List.copyOf(columns);
        this.reading = reading;
        this.tally = tally;
    }

    public Batch judge(List<SourceRow> rows) {
        Batch batch = new Batch(new ArrayList<>(rows.size()), new ArrayList<>(), new ArrayList<>());
        for (SourceRow row : rows) {
            try {
                batch.facts().add(judge(new RawRow(row.line(), columns, row.cells()), batch.contested()));
            } catch (RowFault fault) {
                contest(row, fault, batch.contested());
                tally.reject(fault.rejection());
                batch.bad().add(new KeptOut(ReadableCells.visible(row.cells()), fault.rejection()));
            }
        }
        return batch;
    }

    private Fact judge(RawRow row, List<List<Object>> contested) {
        ReadableCells.requireReadable(row);
        Fact fact = reading.read(row);
        long hash = KeyHash.of(fact.key());
        int first = seen.getOrDefault(hash, 0);
        if (first > 0) {
            seen.put(hash, -first);
            contest(fact.key(), first, contested);
        }
        if (first != 0) {
            throw row.fault("", DUPLICATE, duplicate(fact.key(), Math.abs(first)));
        }
        seen.put(hash, line(row.line()));
        reading.taken(fact);
        return fact;
    }

    /**
     * A row of which one cell cannot be read may be about the same thing as others, which are then a part of what was
     * meant: what it is about is read with another value in that cell.
     */
    private void contest(SourceRow row, RowFault fault, List<List<Object>> contested) {
        int column = columns.indexOf(fault.rejection().column());
        if (column < 0
                || column >= row.cells().size()
                || fault.rejection().reason().equals(DUPLICATE)) {
            return;
        }
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(column, "1");
        try {
            List<Object> key =
                    reading.read(new RawRow(row.line(), columns, cells)).key();
            long hash = KeyHash.of(key);
            int first = seen.getOrDefault(hash, 0);
            seen.put(hash, first == 0 ? -line(row.line()) : -Math.abs(first));
            if (first > 0) {
                contest(key, first, contested);
            }
        } catch (RowFault another) {
            // Nothing else of it can be read: it is about nothing that is known.
        }
    }

    private void contest(List<Object> key, int first, List<List<Object>> contested) {
        contested.add(key);
        tally.reject(new Rejection(first, "", "", DUPLICATE, duplicate(key, first)));
    }

    private static int line(long line) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, line));
    }

    private static String duplicate(List<Object> key, int first) {
        return "Several rows, the first on line %d, are about the same thing (%s); none of them is taken. Say whether they are to be added or which one counts."
                .formatted(first, key.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
