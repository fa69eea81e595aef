package takt.cli.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text file with separated cells. */
record CsvTable(FormatDetector.Source source, Format format) implements Table {

    /** A cell longer than this is an unclosed quotation mark, or no table. */
    private static final int LONGEST_CELL = 1 << 20;

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");

    static CsvReader<CsvRecord> parser(Format format, Reader text) {
        return CsvReader.builder()
                .fieldSeparator(format.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text);
    }

    @Override
    public void read(Rows rows) throws IOException {
        long line = 0;
        try (CsvReader<CsvRecord> reader = parser(format, FormatDetector.open(source, format))) {
            for (CsvRecord row : reader) {
                line = row.getStartingLineNumber();
                if (!rows.take(line, cells(row))) {
                    return;
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BrokenOff(
                    line + 1,
                    "The file breaks off or cannot be read here (%s); look for an unclosed quotation mark, or fetch it again."
                            .formatted(cause.getMessage()));
        }
    }

    private List<String> cells(CsvRecord row) {
        if (format.decimalCommas().isEmpty()) {
            return row.getFields();
        }
        List<String> cells = new ArrayList<>(row.getFieldCount());
        for (int c = 0; c < row.getFieldCount(); c++) {
            String cell = row.getField(c);
            cells.add(format.decimalCommas().contains(c) ? pointed(cell) : cell);
        }
        return cells;
    }

    /** A number with a decimal comma, with or without points between thousands, as a program writes it. */
    private static String pointed(String cell) {
        if (FormatDetector.GROUPED.matcher(cell.strip()).matches()) {
            return cell.replace(".", "").replace(',', '.');
        }
        return DECIMAL_COMMA.matcher(cell.strip()).matches() ? cell.replace(',', '.') : cell;
    }

    @Override
    public String words() {
        return format.words();
    }
}
