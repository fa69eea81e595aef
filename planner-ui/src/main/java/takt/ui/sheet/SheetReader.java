package takt.ui.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The last sheet of a workbook as texts: numbers with a decimal point, whatever they look like there. */
final class SheetReader {

    private static final int MOST_ROWS = 20_001;
    private static final long MOST_BYTES = 32L << 20;
    /** The last column is XFD. */
    private static final Pattern NO_SUCH_COLUMN = Pattern.compile("\\sr\\s*=\\s*[\"'][A-Za-z]{4}");

    private static final Pattern DATE = Pattern.compile("[yYdD]");
    /** A workbook knows fifteen digits; what was computed in binary carries noise behind them. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MOST_DIGITS = 30;

    private SheetReader() {}

    /** @throws UnreadableSheet where it is no workbook, is damaged, or holds more than may be */
    static synchronized List<List<String>> read(Path workbook) { // one at a time is in memory
        try {
            scan(workbook);
            try (ReadableWorkbook opened = new ReadableWorkbook(workbook.toFile(), new ReadingOptions(true, false))) {
                Sheet last = opened.getSheets().reduce((a, b) -> b).orElseThrow(UnreadableSheet::new);
                try (Stream<Row> rows = last.openStream()) {
                    return rows(rows.iterator());
                }
            }
        } catch (IOException | RuntimeException e) { // the library says in many ways that a workbook is none
            throw e instanceof UnreadableSheet known ? known : new UnreadableSheet(e);
        }
    }

    /** A small file may unfold to a very large one, and a reader makes room for all columns before the one it reads of. */
    private static void scan(Path workbook) throws IOException {
        long left = MOST_BYTES;
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(e -> e)::iterator) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] content = in.readNBytes((int) left + 1);
                    left -= content.length;
                    boolean isSheet = entry.getName().startsWith("xl/worksheets/");
                    if (left < 0
                            || isSheet
                                    && NO_SUCH_COLUMN
                                            .matcher(new String(content, ISO_8859_1))
                                            .find()) {
                        throw new UnreadableSheet();
                    }
                }
            }
        }
    }

    private static List<List<String>> rows(Iterator<Row> rows) {
        List<List<String>> all = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getRowNum() > MOST_ROWS || row.getCellCount() > SheetWriter.MOST_COLUMNS) {
                throw new UnreadableSheet();
            }
            while (all.size() < row.getRowNum() - 1) {
                all.add(List.of()); // rows without a cell are left out of a workbook
            }
            List<String> cells = new ArrayList<>(Collections.nCopies(row.getCellCount(), ""));
            for (int c = 0; c < row.getCellCount(); c++) {
                Cell cell = row.getCell(c);
                if (cell != null) {
                    cells.set(c, text(cell));
                }
            }
            all.add(cells);
        }
        return all;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && isDate(cell)) {
            return cell.asDate().toLocalDate().toString();
        }
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber().round(DIGITS).stripTrailingZeros();
            // written out, 1E999999999 would be a gigabyte of zeros
            return Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
        }
        String text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text;
    }

    /** A heading that a spreadsheet took for a date. */
    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && DATE.matcher(format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", ""))
                        .find();
    }

    /** It is no workbook, is damaged, or holds more than may be. */
    static final class UnreadableSheet extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnreadableSheet() {}

        UnreadableSheet(Exception cause) {
            super(cause);
        }
    }
}
