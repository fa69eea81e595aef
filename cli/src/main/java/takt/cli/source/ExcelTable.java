package takt.cli.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an Excel workbook. Dates are read as dates, formulas as what they came to. */
record ExcelTable(Path file) implements Table {

    private static final Pattern DATE_1904 = Pattern.compile("date1904\\s*=\\s*[\"']1[\"']");
    /** Days between the first days of both systems. */
    private static final int TO_1904 = 1462;

    private static final int BEGINNING = 1 << 16;

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
                List<String> cells = ExcelCells.cells(row.get(), shift);
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

    @Override
    public List<String> words() {
        return List.of("first sheet of a workbook");
    }
}
