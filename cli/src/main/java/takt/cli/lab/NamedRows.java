package takt.cli.lab;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import takt.cli.source.ColumnAdvice;
import takt.cli.source.FileOptions;
import takt.cli.source.SourceFile;
import takt.cli.term.UserError;

/** Rows of a file by column name, read as imports read them; every complaint names file, line, column and value. */
final class NamedRows {

    private static final int LONGEST = 200;

    private final Path path;
    private final SourceFile file;

    NamedRows(Path path, FileOptions form) {
        this.path = path;
        this.file = new SourceFile(path, form.columns(), form.asked());
    }

    /** A file that is as it should be. */
    NamedRows(Path path) {
        this(path, new FileOptions());
    }

    /** One row and where it stands. */
    record Row(Path path, long line, List<String> cells, Map<String, Integer> places) {

        String text(String column) {
            Integer place = places.get(column);
            if (place == null) {
                throw new UserError("%s, line 1: the header has no column (%s).".formatted(path, column));
            }
            String value = cells.get(place).strip();
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
        Map<String, Integer> places = places();
        List<String> missing =
                required.stream().filter(c -> !places.containsKey(c)).toList();
        if (!missing.isEmpty()) {
            throw new UserError(
                    "%s, line 1: the header %s lacks %s.%nMaybe a column has another name, or all rows share a value: %s"
                            .formatted(path, header(), missing, ColumnAdvice.options(missing, file.header())));
        }
        SourceFile.End end = file.read(row -> {
            if (row.getCellsCount() != places.size()) {
                throw new UserError("%s, line %d: %d cells where the header has %d."
                        .formatted(path, row.getLine(), row.getCellsCount(), places.size()));
            }
            each.accept(new Row(path, row.getLine(), row.getCellsList(), places));
        });
        if (!end.problem().isEmpty()) {
            throw new UserError("%s, after line %d: %s".formatted(path, Math.max(1, end.line() - 1), end.problem()));
        }
    }

    Path path() {
        return path;
    }

    List<String> header() {
        return file.columns();
    }

    /** As the file has them. */
    List<String> names() {
        return file.header();
    }

    private Map<String, Integer> places() {
        Map<String, Integer> places = new LinkedHashMap<>();
        file.columns().forEach(column -> places.put(column, places.size()));
        return places;
    }
}
