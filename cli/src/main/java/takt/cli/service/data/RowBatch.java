package takt.cli.service.data;

import java.util.function.LongConsumer;
import takt.proto.type.v1.ImportRow;
import takt.proto.type.v1.ImportRows;

/** Collects rows into messages. */
final class RowBatch {

    private final java.util.function.Consumer<ImportRows> send;
    private final LongConsumer progress;
    private ImportRows.Builder rows = ImportRows.newBuilder();
    private long sent;
    private long bytes;

    RowBatch(java.util.function.Consumer<ImportRows> send, LongConsumer progress) {
        this.send = send;
        this.progress = progress;
    }

    void add(ImportRow row) {
        rows.addRows(row);
        bytes += row.getSerializedSize();
        if (rows.getRowsCount() == ImportClient.ROWS_A_MESSAGE || bytes >= ImportClient.BYTES_A_MESSAGE) {
            flush();
        }
    }

    void flush() {
        if (rows.getRowsCount() > 0) {
            send.accept(rows.build());
            sent += rows.getRowsCount();
            bytes = 0;
            rows = ImportRows.newBuilder();
            progress.accept(sent);
        }
    }
}
