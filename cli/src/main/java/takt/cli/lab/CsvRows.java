package takt.cli.lab;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import takt.cli.UserError;
import takt.cli.source.Bounds;

/** Rows of a CSV or CSV.gz file by column name; every complaint names file, line, column and value. */
final class CsvRows {

    private static final int LONGEST = 200;

    private final Path path;

    CsvRows(Path path) {
        this.path = path;
    }

    /** One row and where it stands. */
    record Row(Path path, long line, CsvRecord cells, Map<String, Integer> places) {

        String text(String column) {
            Integer place = places.get(column);
            if (place == null) {
                throw new UserError("%s, line 1: the header has no column (%s).".formatted(path, column));
            }
            String value = cells.getField(place).strip();
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
            return !places.containsKey(column) || text(column).isEmpty();
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
        long line = 1;
        try (CsvReader<CsvRecord> parser = parser()) {
            Iterator<CsvRecord> records = parser.iterator();
            Map<String, Integer> places = places(records);
            List<String> missing =
                    required.stream().filter(c -> !places.containsKey(c)).toList();
            if (!missing.isEmpty()) {
                throw new UserError(
                        "%s, line 1: the header %s lacks %s.".formatted(path, List.copyOf(places.keySet()), missing));
            }
            while (records.hasNext()) {
                CsvRecord cells = records.next();
                line = cells.getStartingLineNumber();
                if (cells.getFieldCount() != places.size()) {
                    throw new UserError("%s, line %d: %d cells where the header has %d."
                            .formatted(path, line, cells.getFieldCount(), places.size()));
                }
                each.accept(new Row(path, line, cells, places));
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new UserError(
                    "%s, after line %d: the file breaks off or cannot be read (%s).".formatted(path, line, cause(e)));
        }
    }

    List<String> header() {
        try (CsvReader<CsvRecord> parser = parser()) {
            return List.copyOf(places(parser.iterator()).keySet());
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new UserError(
                    "%s, line 1: the file breaks off or its header cannot be read (%s).".formatted(path, cause(e)));
        }
    }

    private Map<String, Integer> places(Iterator<CsvRecord> records) {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> header = records.hasNext() ? records.next().getFields() : List.of();
        for (int i = 0; i < header.size(); i++) {
            if (places.put(header.get(i), i) != null) {
                throw new UserError("%s, line 1: the column (%s) stands twice.".formatted(path, header.get(i)));
            }
        }
        return places;
    }

    private static String cause(Exception e) {
        return String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }

    private CsvReader<CsvRecord> parser() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new UserError("There is no file (%s).".formatted(path));
        }
        InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        InputStream bytes = path.toString().endsWith(".gz")
                ? Bounds.of(new GZIPInputStream(file, 1 << 16), path, Files.size(path))
                : file;
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }
}
