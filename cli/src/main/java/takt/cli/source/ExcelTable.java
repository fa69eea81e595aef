package takt.cli.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an Excel workbook. Dates are read as dates, formulas as what they came to. */
record ExcelTable(Path file) implements Table {

    /** A workbook knows fifteen digits; what was computed in binary carries noise behind them. */
    private static final Pattern ZEROS = Pattern.compile("0{2,}");

    private static final MathContext DIGITS = new MathContext(15);

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern DATE_1904 = Pattern.compile("date1904\\s*=\\s*[\"']1[\"']");
    /** Days between the first days of both systems. */
    private static final int TO_1904 = 1462;

    private static final int BEGINNING = 1 << 16;
    private static final int MOST_COLUMNS = 16_384;

    @Override
    public void read(Rows rows) throws IOException {
        Bounds.check(file);
        int shift = shift();
        long line = 0;
        try (ReadableWorkbook workbook = open();
                Stream<Row> stream = workbook.getFirstSheet().openStream()) {
            Iterator<Row> all = stream.iterator();
            for (Optional<Row> row = next(all, line); row.isPresent(); row = next(all, line)) {
                line = row.get().getRowNum();
                List<String> cells = cells(row.get(), shift);
                if (!cells.isEmpty() && !rows.take(line, cells)) {
                    return;
                }
            }
        }
    }

    private ReadableWorkbook open() throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (RuntimeException e) {
            throw broken(0, e);
        }
    }

    private static Optional<Row> next(Iterator<Row> rows, long line) {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (RuntimeException e) { // the library says in many ways that a sheet is none
            throw broken(line, e);
        }
    }

    private static BrokenOff broken(long line, RuntimeException e) {
        return new BrokenOff(line + 1, "The workbook cannot be read here (%s).".formatted(plainly(e)));
    }

    /** What went wrong, without the names of classes and what follows the first line. */
    private static String plainly(RuntimeException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String words = message.replaceAll("([a-z]+\\.)+[A-Z]\\w*(:\\s*)?", "").strip();
        return words.isEmpty() ? "it is damaged" : words;
    }

    /** Days to add: the library knows the system of 1904 only where it is written as a word. */
    private int shift() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry workbook = zip.getEntry("xl/workbook.xml");
            if (workbook == null) {
                return 0;
            }
            byte[] start = zip.getInputStream(workbook).readNBytes(BEGINNING);
            return DATE_1904.matcher(new String(start, StandardCharsets.UTF_8)).find() ? TO_1904 : 0;
        }
    }

    /** Up to the last that has content; empty for a row without any. */
    private static List<String> cells(Row row, int shift) {
        List<String> cells = new ArrayList<>();
        int used = 0;
        if (row.getCellCount() > MOST_COLUMNS) {
            throw new IllegalStateException("a column beyond the last one there can be, XFD");
        }
        for (int c = 0; c < row.getCellCount(); c++) {
            Cell cell = row.getCell(c);
            try {
                cells.add(cell == null ? "" : text(cell, shift));
            } catch (RuntimeException e) {
                cells.add("#ERROR"); // a date that is none, say; the row is judged like any other
            }
            used = cells.get(c).isBlank() ? used : c + 1;
        }
        return cells.subList(0, used);
    }

    private static String text(Cell cell, int shift) {
        if (cell.getType() == CellType.ERROR) {
            return "#ERROR";
        }
        String raw = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        if (cell.getType() != CellType.NUMBER && !(raw != null && isResult(cell, raw))) {
            return raw == null ? "" : raw;
        }
        if (isDate(cell)) {
            LocalDateTime date = cell.asDate().plusDays(shift);
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : date.toString();
        }
        BigDecimal number = cell.getType() == CellType.NUMBER ? cell.asNumber() : new BigDecimal(String.valueOf(raw));
        String plain = number.round(DIGITS).stripTrailingZeros().toPlainString();
        return plain.indexOf('.') >= 0 ? EXACT + plain : padded(plain, cell.getDataFormatString());
    }

    /** A part number may be a number that is shown with the zeros before it: what people see is what is meant. */
    private static String padded(String plain, @Nullable String format) {
        return format != null && ZEROS.matcher(format).matches() && plain.length() < format.length()
                ? "0".repeat(format.length() - plain.length()) + plain
                : plain;
    }

    /**
     * Whether a formula came to a number that must be told otherwise than it stands there. Others stay as they are: the
     * text 10.10 is no number, and looks the same.
     */
    private static boolean isResult(Cell cell, String raw) {
        return cell.getType() == CellType.FORMULA
                && NUMBER.matcher(raw).matches()
                && (isDate(cell) || raw.length() > DIGITS.getPrecision() + 1 || raw.indexOf("E-") > 0);
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String letters = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return letters.contains("y") || letters.contains("d");
    }

    @Override
    public List<String> words() {
        return List.of("first sheet of a workbook");
    }
}
