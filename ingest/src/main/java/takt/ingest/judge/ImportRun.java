package takt.ingest.judge;

import com.carrotsearch.hppc.LongIntHashMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import takt.ingest.kind.Fact;
import takt.ingest.row.RawRow;
import takt.ingest.row.Rejection;
import takt.ingest.row.RowFault;
import takt.kernel.Text;
import takt.kit.Once;
import takt.kit.error.TaktException;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.ImportRow;
import takt.proto.type.v1.ImportRows;
import takt.proto.type.v1.ImportTrailer;

/** Judges the rows of one import and counts what becomes of them. It is fed part by part and never concurrently. */
public final class ImportRun {

    /** A row that was kept out, as it was read. */
    public record Bad(List<String> cells, Rejection rejection) {}

    /**
     * What became of the rows of a message.
     *
     * @param contested keys that a row of it gave a second time: nobody knows which row counts, so none does
     */
    public record Batch(List<Fact> facts, List<Bad> bad, List<List<Object>> contested) {}

    private static final String DUPLICATE = "DUPLICATE_ROW";
    private static final int REPORTED = 100;
    private static final int LONGEST_CELL = 1_000;
    /** More would not fit: the keys of an import are remembered, 16 bytes each. */
    private static final int MOST_ROWS = 12_000_000;

    private static final int MOST_CELLS = 65;
    private static final int MOST_ROWS_A_MESSAGE = 10_000;

    private final UUID id;
    private final List<String> columns;
    private final Function<RawRow, Fact> reader;
    /** Line of the first row by hash of the key, below 0 once another row has contested it. */
    private final LongIntHashMap seen = new LongIntHashMap();

    private final MessageDigest content = Once.sha256();
    private final List<Rejection> rejections = new ArrayList<>();
    private long judged;
    private long accepted;
    private long unchanged;
    private long rejected;
    private long kept;
    private boolean closed;
    private boolean isCut;

    public ImportRun(UUID id, ImportHeader header, Function<RawRow, Fact> reader) {
        this.id = id;
        this.columns = List.copyOf(header.getColumnsList());
        this.reader = reader;
        columns.forEach(this::digest);
    }

    public UUID id() {
        return id;
    }

    /** SHA-256 (hex) of the header and of all rows so far, line by line; may be asked once. */
    public String content() {
        return HexFormat.of().formatHex(content.digest());
    }

    private void digest(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        content.update(bytes);
    }

    private void length(int length) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            content.update((byte) (length >>> shift));
        }
    }

    /** Reads rows without judging them, only to tell whether they are those of an earlier import. */
    public void hear(ImportRows rows) {
        count(rows);
    }

    private void count(ImportRows rows) {
        if (closed) {
            throw TaktException.invalid("HEADER_MISSING", "part", "Rows came after the trailer.");
        }
        judged += rows.getRowsCount();
        if (rows.getRowsCount() > MOST_ROWS_A_MESSAGE || judged > MOST_ROWS) {
            throw TaktException.invalid(
                    "TOO_LARGE",
                    "rows",
                    "An import takes %,d rows in all and %,d a message.%nMaybe split the file."
                            .formatted(MOST_ROWS, MOST_ROWS_A_MESSAGE));
        }
        rows.getRowsList().forEach(row -> {
            length(-row.getCellsCount()); // no cell has a length below 0
            row.getCellsList().forEach(this::digest);
        });
    }

    public Batch judge(ImportRows rows) {
        count(rows);
        Batch batch = new Batch(new ArrayList<>(rows.getRowsCount()), new ArrayList<>(), new ArrayList<>());
        for (ImportRow row : rows.getRowsList()) {
            try {
                batch.facts().add(judge(new RawRow(row.getLine(), columns, row.getCellsList()), batch.contested()));
            } catch (RowFault fault) {
                contest(row, fault, batch.contested());
                reject(fault.rejection());
                batch.bad().add(new Bad(visible(row.getCellsList()), fault.rejection()));
            }
        }
        return batch;
    }

    private Fact judge(RawRow row, List<List<Object>> contested) {
        for (String cell : row.cells()) {
            if (cell.length() > LONGEST_CELL) {
                throw row.fault("", "CELL_TOO_LONG", "A cell has at most %,d characters.".formatted(LONGEST_CELL));
            }
            if (hasControlCharacter(cell)) {
                throw row.fault(
                        "",
                        "CONTROL_CHARACTER",
                        "A cell holds a character nobody can see; maybe the source is UTF-16.");
            }
        }
        Fact fact = reader.apply(row);
        long hash = KeyHash.of(fact.key());
        int first = seen.getOrDefault(hash, 0);
        if (first > 0) {
            seen.put(hash, -first);
            contested.add(fact.key());
            reject(new Rejection(first, "", "", DUPLICATE, duplicate(fact.key(), first)));
        }
        if (first != 0) {
            throw row.fault("", DUPLICATE, duplicate(fact.key(), Math.abs(first)));
        }
        seen.put(hash, line(row.line()));
        fact.whenTaken().run();
        return fact;
    }

    /**
     * A row of which one cell cannot be read may be about the same thing as others, which are then a part of what was
     * meant: what it is about is read with another value in that cell.
     */
    private void contest(ImportRow row, RowFault fault, List<List<Object>> contested) {
        int column = columns.indexOf(fault.rejection().column());
        if (column < 0
                || column >= row.getCellsCount()
                || fault.rejection().reason().equals(DUPLICATE)) {
            return;
        }
        List<String> cells = new ArrayList<>(row.getCellsList());
        cells.set(column, "1");
        try {
            List<Object> key =
                    reader.apply(new RawRow(row.getLine(), columns, cells)).key();
            long hash = KeyHash.of(key);
            int first = seen.getOrDefault(hash, 0);
            seen.put(hash, first == 0 ? -line(row.getLine()) : -Math.abs(first));
            if (first > 0) {
                contested.add(key);
                reject(new Rejection(first, "", "", DUPLICATE, duplicate(key, first)));
            }
        } catch (RowFault another) {
            // Nothing else of it can be read: it is about nothing that is known.
        }
    }

    private static int line(long line) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, line));
    }

    /** Tabs and ends of lines may stand in a description. */
    private static boolean hasControlCharacter(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                return true;
            }
        }
        return false;
    }

    /** Within bounds, and without the one character that the database cannot keep. */
    private static List<String> visible(List<String> cells) {
        return cells.stream()
                .limit(MOST_CELLS)
                .map(cell -> cell.length() <= LONGEST_CELL ? cell : Text.cut(cell, LONGEST_CELL) + "...")
                .map(cell -> cell.replace('\0', '\uFFFD'))
                .toList();
    }

    /** Of so many contested keys this import had appended so many facts, which are taken back. */
    public void withdrawn(int keys, int appended) {
        accepted -= appended;
        unchanged -= keys - appended;
    }

    private static String duplicate(List<Object> key, int first) {
        return "Several rows, the first on line %d, are about the same thing (%s); none of them is taken. Say whether they are to be added or which one counts."
                .formatted(first, key.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** Takes bad rows that go into quarantine; returns how many that are by now. */
    public long kept(int rows) {
        kept += rows;
        return kept;
    }

    public void landed(int appended, int facts) {
        accepted += appended;
        unchanged += facts - appended;
    }

    public void close(ImportTrailer trailer) {
        closed = true;
        if (!trailer.getProblem().isEmpty()) {
            isCut = true;
            reject(new Rejection(trailer.getLine(), "", "", "SOURCE_CUT", trailer.getProblem()));
        }
    }

    /** Ends the import: what is missing by then is a fault of the whole. */
    public void end() {
        if (!closed) {
            reject(new Rejection(
                    0, "", "", "STREAM_CUT", "The stream ended without its trailer; send the whole file again."));
        }
        if (judged + rejected == 0) {
            reject(new Rejection(1, "", "", "NO_ROWS", "The source holds a header and nothing else."));
        }
    }

    /** Whether all that the sender had was read. */
    public boolean isWhole() {
        return closed && !isCut;
    }

    public boolean isClean() {
        return rejected == 0;
    }

    /** @param strict whether a single rejection refuses everything */
    public ImportReport report(boolean strict) {
        ImportReport.Builder report = ImportReport.newBuilder()
                .setImportId(id.toString())
                .setAccepted(accepted)
                .setUnchanged(unchanged)
                .setRejected(rejected)
                .setRefused(strict && !isClean());
        rejections.forEach(r -> report.addRejections(ImportReports.message(r)));
        return report.build();
    }

    private void reject(Rejection rejection) {
        rejected++;
        if (rejections.size() < REPORTED) {
            rejections.add(rejection);
        }
    }
}
