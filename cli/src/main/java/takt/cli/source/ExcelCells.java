package takt.cli.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Cells of a workbook as texts. */
final class ExcelCells {

    /** A workbook knows fifteen digits; what was computed in binary carries noise behind them. */
    private static final Pattern ZEROS = Pattern.compile("0{2,}");

    private static final MathContext DIGITS = new MathContext(15);
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final int MOST_COLUMNS = 16_384;

    private ExcelCells() {}

    /** Up to the last that has content; empty for a row without any. */
    static List<String> cells(Row row, int shift) {
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

    static String text(Cell cell, int shift) {
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
        return plain.indexOf('.') >= 0 ? Table.EXACT + plain : padded(plain, cell.getDataFormatString());
    }

    /** A part number may be a number that is shown with the zeros before it: what people see is what is meant. */
    static String padded(String plain, @Nullable String format) {
        return format != null && ZEROS.matcher(format).matches() && plain.length() < format.length()
                ? "0".repeat(format.length() - plain.length()) + plain
                : plain;
    }

    /**
     * Whether a formula came to a number that must be told otherwise than it stands there. Others stay as they are: the
     * text 10.10 is no number, and looks the same.
     */
    static boolean isResult(Cell cell, String raw) {
        return cell.getType() == CellType.FORMULA
                && NUMBER.matcher(raw).matches()
                && (isDate(cell) || raw.length() > DIGITS.getPrecision() + 1 || raw.indexOf("E-") > 0);
    }

    static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String letters = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return letters.contains("y") || letters.contains("d");
    }
}
