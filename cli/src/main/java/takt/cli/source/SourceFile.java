package takt.cli.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import takt.cli.UserError;
import takt.kernel.Rejection;
import takt.proto.type.v1.ImportRow;

/**
 * A file to import: CSV or TSV, plain or gzipped, or an Excel workbook, read row by row. Encoding, separator and decimal
 * comma are found out.
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
    private final List<String> header = new ArrayList<>();
    private long size;
    private long bytesRead;

    /** Finds out how the file is written and reads its header. */
    public SourceFile(Path path, Columns columns, Asked asked) {
        this.path = path;
        this.columns = columns;
        try {
            if (!Files.isRegularFile(path)) {
                throw new UserError("There is no file (%s).".formatted(path));
            }
            if (Files.size(path) == 0) {
                throw empty();
            }
            table = isWorkbook()
                    ? new ExcelTable(path)
                    : new CsvTable(this::open, FormatDetector.detect(this::open, asked, columns::isNumber));
            table.read((line, cells) -> {
                cells.forEach(cell -> header.add(cell.strip()));
                return false;
            });
        } catch (IOException | UncheckedIOException | Table.BrokenOff e) {
            throw new UserError("The file (%s) cannot be read: %s".formatted(path, e.getMessage()));
        }
        if (header.isEmpty()) {
            throw empty();
        }
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
        return table.words();
    }

    /** Columns by our names, then the constants. */
    public List<String> columns() {
        return columns.of(path, header);
    }

    /** SHA-256 (hex) of all that the rows are made from. */
    public String contentHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(new BufferedInputStream(Files.newInputStream(path)), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            String how = table.words() + columns() + new TreeMap<>(columns.constants());
            digest.update(how.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UserError("The file (%s) cannot be read: %s".formatted(path, e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Hands every row to the consumer; a file that breaks off ends with the problem, after its good rows. */
    public End read(Consumer<ImportRow> rows) {
        boolean[] isHeader = {true};
        try {
            table.read((line, cells) -> {
                if (isHeader[0]) {
                    isHeader[0] = false;
                    return true;
                }
                rows.accept(row(line, cells));
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
        for (int c = 0; c < Math.min(MOST_CELLS, cells.size()); c++) {
            String cell = cells.get(c);
            row.addCells(cell.length() <= LONGEST_CELL ? cell : Rejection.cut(cell, LONGEST_CELL));
        }
        // a workbook ends a row with its last cell that has content
        for (int c = cells.size(); table instanceof ExcelTable && c < header.size(); c++) {
            row.addCells("");
        }
        return row.addAllCells(columns.constants().values()).build();
    }

    /** Share of the file that has been read, 0 to 1; 0 as long as nothing is known. */
    public double share() {
        return size == 0 ? 0 : Math.min(1, (double) bytesRead / size);
    }

    /** The bytes of the file that were read last, counted as they lie on disk. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
            bytesRead = 0;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            bytesRead += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            bytesRead += Math.max(0, n);
            return n;
        }
    }

    private InputStream open() throws IOException {
        size = Files.size(path);
        InputStream file = new BufferedInputStream(new Counted(Files.newInputStream(path)), 1 << 16);
        return name().endsWith(".gz") ? Bounds.of(new GZIPInputStream(file, 1 << 16), path, Files.size(path)) : file;
    }

    private boolean isWorkbook() {
        return name().endsWith(".xlsx");
    }

    private String name() {
        return path.toString().toLowerCase(Locale.ROOT);
    }

    private UserError empty() {
        return new UserError("EMPTY_FILE: the file (%s) has no header line.".formatted(path));
    }
}
