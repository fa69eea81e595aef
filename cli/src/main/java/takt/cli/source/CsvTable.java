package takt.cli.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;

/** A text file with separated cells. */
record CsvTable(FormatDetector.Source source, Format format) implements Table {

    /** A cell longer than this is an unclosed quotation mark, or no table. */
    private static final int LONGEST_CELL = 1 << 20;

    static CsvReader<CsvRecord> parser(Format format, Reader text) {
        return CsvReader.builder()
                .fieldSeparator(format.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text);
    }

    /** One row behind: a last row that goes over several lines may be what an unclosed quotation mark swallowed. */
    @Override
    public void read(Rows rows) throws IOException {
        long line = 0;
        CsvRecord last = null;
        QuoteCounter text = new QuoteCounter(FormatDetector.open(source, format));
        try (CsvReader<CsvRecord> reader = parser(format, text)) {
            for (CsvRecord row : reader) {
                line = row.getStartingLineNumber();
                if (last != null && !rows.take(last.getStartingLineNumber(), cells(last))) {
                    return;
                }
                last = row;
            }
            if (last == null) {
                return;
            }
            boolean isLong = last.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
            if (isLong && text.isOpen()) {
                throw new BrokenOff(
                        line, "A quotation mark is not closed here, and what follows cannot be told apart.");
            }
            rows.take(line, cells(last));
        } catch (CsvParseException | UncheckedIOException e) {
            if (last != null && !rows.take(last.getStartingLineNumber(), cells(last))) {
                return;
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BrokenOff(
                    line + 1,
                    "The file breaks off or cannot be read here (%s); look for an unclosed quotation mark, or fetch it again."
                            .formatted(cause.getMessage()));
        }
    }

    /** Whether an odd number of quotation marks went by. */
    private static final class QuoteCounter extends FilterReader {

        private long quotes;

        QuoteCounter(Reader text) {
            super(text);
        }

        boolean isOpen() {
            return quotes % 2 == 1;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            quotes += c == '"' ? 1 : 0;
            return c;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            for (int i = offset; i < offset + n; i++) {
                quotes += into[i] == '"' ? 1 : 0;
            }
            return n;
        }
    }

    private static List<String> cells(CsvRecord row) {
        return row.getFields();
    }

    @Override
    public List<String> words() {
        return format.words();
    }
}
