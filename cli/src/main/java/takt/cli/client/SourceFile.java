package takt.cli.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import takt.cli.UserError;
import takt.proto.type.v1.ImportRow;

/**
 * A CSV or CSV.gz file, read row by row.
 *
 * @param renamed column names of the file to ours
 * @param constants columns that every row gets
 */
public record SourceFile(Path path, Map<String, String> renamed, Map<String, String> constants) {

    /** What kept the file from being read to its end; the line is 0 when nothing did. */
    public record End(long line, String problem) {}

    private static final int LONGEST_CELL = 1_000;

    /** Columns by our names, then the constants. */
    public List<String> columns() {
        try (CSVParser parser = parser()) {
            List<String> names = parser.getHeaderNames();
            if (names.isEmpty()) {
                throw empty();
            }
            List<String> columns = new ArrayList<>(names.stream()
                    .map(n -> renamed.getOrDefault(n.strip(), n.strip()))
                    .toList());
            columns.addAll(constants.keySet());
            return columns;
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("The file (%s) cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    /** Hands every row to the consumer; a file that breaks off ends with the problem, after its good rows. */
    public End read(Consumer<ImportRow> rows) {
        long line = 1;
        try (CSVParser parser = parser()) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                ImportRow.Builder row = ImportRow.newBuilder().setLine(parser.getCurrentLineNumber());
                record.forEach(
                        cell -> row.addCells(cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL)));
                rows.accept(row.addAllCells(constants.values()).build());
                line = parser.getCurrentLineNumber();
            }
            return new End(0, "");
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return new End(
                    line + 1,
                    "The file breaks off or cannot be read here (%s); fetch it again.".formatted(e.getMessage()));
        }
    }

    private CSVParser parser() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new UserError("There is no file (%s).".formatted(path));
        }
        if (Files.size(path) == 0) {
            throw empty();
        }
        InputStream file = new BufferedInputStream(Files.newInputStream(path));
        Reader text = new InputStreamReader(
                path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file, StandardCharsets.UTF_8);
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(text);
    }

    private UserError empty() {
        return new UserError("EMPTY_FILE: the file (%s) has no header line.".formatted(path));
    }
}
