package takt.cli.service.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import takt.proto.ingest.v1.QuarantinedRow;
import takt.proto.type.v1.Rejection;

/** Rows as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
public final class QuarantineSheet implements AutoCloseable {

    private final @Nullable CsvWriter writer;

    public QuarantineSheet(@Nullable Path file) throws IOException {
        writer = file == null ? null : CsvWriter.builder().build(file);
        write(List.of("row", "kind", "source", "line", "column", "value", "reason", "help", "state", "cells"));
    }

    public void add(RowNumber number, QuarantinedRow row) {
        Rejection why = row.getRejection();
        List<String> cells = new ArrayList<>(List.of(
                number.toString(),
                row.getKind(),
                row.getSource(),
                String.valueOf(why.getLine()),
                why.getColumn(),
                why.getValue(),
                why.getReason(),
                why.getHelp(),
                QuarantineTables.state(row)));
        cells.addAll(row.getCellsList());
        write(cells);
    }

    private void write(List<String> cells) {
        if (writer != null) {
            writer.writeRecord(cells.stream().map(QuarantineSheet::safe).toList());
        }
    }

    static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
