package takt.ingest.adapter.grpc;

import java.util.List;
import takt.ingest.judge.QuarantinedRow;
import takt.kit.error.TaktException;

/** Quarantined rows, in our words and the contract's. */
final class QuarantineMessages {

    private static final int LONGEST_CELL = 1_000;

    private QuarantineMessages() {}

    static takt.proto.ingest.v1.QuarantinedRow message(QuarantinedRow row) {
        var message = takt.proto.ingest.v1.QuarantinedRow.newBuilder()
                .setId(row.id())
                .setKind(row.kind())
                .setSource(row.source())
                .setImportId(row.importId().toString())
                .addAllColumns(row.columns())
                .addAllCells(row.cells())
                .setRejection(ImportMessages.rejection(row.rejection()))
                .setQuarantinedAt(row.at().toString())
                .setState(QuarantineGrpc.STATES.contract(row.state()));
        row.decision().ifPresent(d -> {
            message.setDecidedBy(d.by()).setDecidedAt(d.at().toString()).setNote(d.note());
            if (!d.cells().equals(row.cells())) {
                message.addAllFixedCells(d.cells());
            }
        });
        return message.build();
    }

    static List<String> sound(List<String> cells) {
        if (cells.stream().anyMatch(c -> c.length() > LONGEST_CELL || c.indexOf('\0') >= 0)) {
            throw TaktException.invalid(
                    "ROW_REJECTED",
                    "cells",
                    "A cell has at most %,d characters and none of them is U+0000.".formatted(LONGEST_CELL));
        }
        return cells;
    }

    /** No row holds the one character that the database refuses. */
    static String visible(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
