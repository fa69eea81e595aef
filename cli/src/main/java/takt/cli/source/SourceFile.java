package takt.cli.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import takt.cli.term.UserError;
import takt.kernel.Text;
import takt.proto.type.v1.ImportRow;

/**
 * A file of rows: CSV or TSV, plain or gzipped, or an Excel workbook, read row by row. Encoding, separator, header, and how
 * its numbers and dates are written are found out.
 */
public final class SourceFile {

    /** What kept the file from being read to its end; the line is 0 when nothing did. */
    public record End(long line, String problem) {}

    /** One more than a service takes, so that it sees the cell is too long. */
    private static final int LONGEST_CELL = 1_001;

    private static final int MOST_CELLS = 65;

    private final Path path;
    private final Columns columns;
    private final Table table;
    private final Sheet sheet;
    private final List<String> names;
    private final Meanings meanings;
    private final SameKey sameKey;
    private final Optional<Merged> merged;
    private final OpenedFile file;

    /** Finds out how the file is written, where its header is, and what its numbers and dates mean. */
    public SourceFile(Path path, Columns columns, Asked asked) {
        this.path = path;
        this.columns = columns;
        this.sheet = new Sheet(path, columns, asked.dateFormat());
        this.sameKey = asked.sameKey();
        this.file = new OpenedFile(path);
        try {
            if (!Files.isRegularFile(path)) {
                throw new UserError("There is no file (%s).".formatted(path));
            }
            if (Files.size(path) == 0) {
                throw empty();
            }
            table = file.isWorkbook()
                    ? new ExcelTable(path)
                    : new CsvTable(file::open, FormatDetector.detect(file::open, asked));
            table.read((line, cells) -> sheet.hear(line, Meanings.bare(cells)));
            sheet.end();
            if (sheet.isEmpty()) {
                throw empty();
            }
            sheet.requireNarrow(MOST_CELLS - 1);
            names = sheet.columns().stream()
                    .map(c -> columns.renamedIn(c, sheet.columns()))
                    .toList();
            meanings = new Meanings(names, columns, asked);
            merged = asked.sameKey() == SameKey.refuse
                    ? Optional.empty()
                    : Optional.of(new Merged(asked.sameKey(), names, columns));
            survey();
        } catch (IOException | UncheckedIOException | Table.BrokenOff e) {
            throw new UserError("The file (%s) cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    /** Hears the whole file once: what a number or a date means is a matter of all of them. */
    private void survey() throws IOException {
        if (merged.isEmpty() && !meanings.isAny()) {
            return;
        }
        try {
            each((line, cells) -> {
                meanings.hear(cells);
                return true;
            });
        } catch (Table.BrokenOff e) {
            // reading the rows will tell where
        }
        meanings.settle();
        if (merged.isPresent()) {
            each((line, cells) -> {
                merged.get().hear(line, meanings.converted(cells));
                return true;
            });
            if (merged.get().isBroken()) {
                each((line, cells) -> {
                    merged.get().hearBroken(meanings.converted(cells));
                    return true;
                });
            }
        }
    }

    /** Every row below the header, a row for each of its buckets. */
    private void each(Table.Rows rows) throws IOException {
        table.read((line, cells) -> {
            if (sheet.isHeader(line)) {
                return true;
            }
            for (List<String> row : sheet.rows(cells)) {
                if (!rows.take(line, row)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** The file as it is, its names for ours. */
    public SourceFile(Path path) {
        this(path, Columns.AS_THEY_ARE, Asked.NOTHING);
    }

    public Path path() {
        return path;
    }

    /** What is unusual about its form, in words; empty for UTF-8 with commas and points. */
    public String words() {
        List<String> words = new ArrayList<>(table.words());
        if (meanings.hasDecimalComma()) {
            words.add("decimal comma");
        }
        words.addAll(sheet.words());
        return String.join(", ", words);
    }

    /** Columns as the file has them. */
    public List<String> header() {
        return sheet.columns();
    }

    /** Columns by our names, then the constants. */
    public List<String> columns() {
        return columns.of(path, sheet.columns());
    }

    /** SHA-256 (hex) of all that the rows are made from. */
    public String contentHash() {
        return file.hash(words() + sameKey + columns() + new TreeMap<>(columns.constants()));
    }

    /** Share of the file that has been read, 0 to 1; 0 as long as nothing is known. */
    public double share() {
        return file.share();
    }

    /** Hands every row to the consumer; a file that breaks off ends with the problem, after its good rows. */
    public End read(Consumer<ImportRow> rows) {
        try {
            each((line, cells) -> {
                List<String> row = meanings.converted(cells);
                (merged.isPresent() ? merged.get().read(line, row) : Optional.of(row))
                        .ifPresent(one -> rows.accept(row(line, one)));
                return true;
            });
            return new End(0, "");
        } catch (Table.BrokenOff e) {
            return new End(e.line(), e.problem());
        } catch (IOException | UncheckedIOException e) {
            return new End(1, "The file cannot be read (%s); fetch it again.".formatted(e.getMessage()));
        }
    }

    private ImportRow row(long line, List<String> cells) {
        ImportRow.Builder row = ImportRow.newBuilder().setLine(line);
        for (int c = 0; c < Math.min(MOST_CELLS, width(cells)); c++) {
            String cell = cells.get(c);
            row.addCells(cell.length() <= LONGEST_CELL ? cell : Text.cut(cell, LONGEST_CELL));
        }
        // a workbook ends a row with its last cell that has content, and some write separators behind the last column
        for (int c = cells.size(); table instanceof ExcelTable && c < names.size(); c++) {
            row.addCells("");
        }
        return row.addAllCells(columns.constants().values()).build();
    }

    /** Cells of a row without empty ones beyond the last column. */
    private int width(List<String> cells) {
        int width = cells.size();
        while (width > names.size() && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    private UserError empty() {
        return new UserError("EMPTY_FILE: the file (%s) has no header line.".formatted(path));
    }
}
