package takt.cli.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The first sheet of an Excel workbook. Dates are read as dates, formulas as what they came to. */
record ExcelTable(Path file) implements Table {

    @Override
    public void read(Rows rows) throws IOException {
        Bounds.check(file);
        long line = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            Sheet sheet = workbook.getFirstSheet();
            try (Stream<Row> stream = sheet.openStream()) {
                for (Iterator<Row> all = stream.iterator(); all.hasNext(); ) {
                    Row row = all.next();
                    line = row.getRowNum();
                    List<String> cells = cells(row);
                    if (!cells.isEmpty() && !rows.take(line, cells)) {
                        return;
                    }
                }
            }
        } catch (ExcelReaderException | IllegalStateException e) {
            throw new BrokenOff(line + 1, "The workbook cannot be read here (%s).".formatted(e.getMessage()));
        }
    }

    /** Empty for a row without any content. */
    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < row.getCellCount(); c++) {
            Cell cell = row.getCell(c);
            cells.add(cell == null ? "" : text(cell));
        }
        return cells.stream().allMatch(String::isBlank) ? List.of() : cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            if (isDate(cell)) {
                LocalDateTime date = cell.asDate();
                return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? date.toLocalDate().toString()
                        : date.toString();
            }
            BigDecimal number = cell.asNumber();
            // a workbook knows fifteen digits; what was computed in binary carries noise behind them
            return number.round(new java.math.MathContext(15))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        if (cell.getType() == CellType.ERROR) {
            return "#ERROR";
        }
        String raw = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return raw == null ? "" : raw;
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
    public String words() {
        return "first sheet of a workbook";
    }
}
