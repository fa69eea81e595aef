package takt.cli.lab;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import takt.cli.UserError;

/** Rows of a CSV or CSV.gz file by column name; every complaint names file, line, column and value. */
final class CsvRows {

    private static final int LONGEST = 200;

    private final Path path;

    CsvRows(Path path) {
        this.path = path;
    }

    /** One row and where it stands. */
    record Row(Path path, long line, CSVRecord cells) {

        String text(String column) {
            String value = cells.get(column).strip();
            if (value.length() > LONGEST) {
                throw fault(column, value.substring(0, 40) + "...", "has more than %d characters".formatted(LONGEST));
            }
            return value;
        }

        String required(String column) {
            String value = text(column);
            if (value.isEmpty()) {
                throw fault(column, value, "is empty");
            }
            return value;
        }

        /** Whether there is no such column, or nothing in it. */
        boolean isEmpty(String column) {
            return !cells.isMapped(column) || text(column).isEmpty();
        }

        /** A number of at least 0; NaN where the cell is empty or says NaN, NA or null. */
        double quantity(String column) {
            String value = text(column);
            if (List.of("", "nan", "na", "null").contains(value.toLowerCase(Locale.ROOT))) {
                return Double.NaN;
            }
            double number;
            try {
                number = Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw fault(column, value, "is not a number; use a point, no thousands separator");
            }
            if (number < 0 || number > 1e15 || Double.isInfinite(number)) {
                throw fault(column, value, "must lie in 0..1e15; returns belong into a column of their own");
            }
            return number;
        }

        LocalDate date(String column) {
            String value = required(column);
            try {
                return LocalDate.parse(value.length() == 7 ? value + "-01" : value);
            } catch (DateTimeException e) {
                throw fault(column, value, "is no date; write YYYY-MM or YYYY-MM-DD");
            }
        }

        UserError fault(String column, String value, String problem) {
            return new UserError(
                    "%s, line %d, column %s: the value (%s) %s.".formatted(path, line, column, value, problem));
        }
    }

    /** @param required columns that the header must name */
    void read(List<String> required, Consumer<Row> each) {
        if (!Files.isRegularFile(path)) {
            throw new UserError("There is no file (%s).".formatted(path));
        }
        long line = 1;
        try (CSVParser parser = parser()) {
            List<String> missing = required.stream()
                    .filter(c -> !parser.getHeaderNames().contains(c))
                    .toList();
            if (!missing.isEmpty()) {
                throw new UserError(
                        "%s, line 1: the header %s lacks %s.".formatted(path, parser.getHeaderNames(), missing));
            }
            for (CSVRecord cells : parser) {
                line = parser.getCurrentLineNumber();
                if (!cells.isConsistent()) {
                    throw new UserError("%s, line %d: %d cells where the header has %d."
                            .formatted(
                                    path,
                                    line,
                                    cells.size(),
                                    parser.getHeaderNames().size()));
                }
                each.accept(new Row(path, line, cells));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new UserError("%s, after line %d: the file breaks off or cannot be read (%s)."
                    .formatted(path, line, e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new UserError("%s, line 1: %s".formatted(path, e.getMessage()));
        }
    }

    List<String> header() {
        if (!Files.isRegularFile(path)) {
            throw new UserError("There is no file (%s).".formatted(path));
        }
        try (CSVParser parser = parser()) {
            return parser.getHeaderNames();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new UserError("%s, line 1: the file breaks off or its header cannot be read (%s)."
                    .formatted(path, e.getMessage()));
        }
    }

    private CSVParser parser() throws IOException {
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
}
