package takt.kit.facts;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import takt.kernel.Fact;
import takt.kernel.RawRow;
import takt.kernel.Rejection;
import takt.kernel.RowFault;
import takt.kit.TaktException;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.ImportRow;
import takt.proto.type.v1.ImportRows;
import takt.proto.type.v1.ImportTrailer;

/** One import in the making. It is fed part by part and never concurrently. */
final class ImportRun {

    private static final int REPORTED = 100;
    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_ROWS_A_MESSAGE = 2_000;

    private final UUID id;
    private final List<String> columns;
    private final FactTable table;
    private final Function<RawRow, Fact> reader;
    private final Set<List<Object>> seen = new HashSet<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long accepted;
    private long unchanged;
    private long rejected;
    private boolean closed;

    ImportRun(UUID id, ImportHeader header, FactTable table, Function<RawRow, Fact> reader) {
        this.id = id;
        this.columns = List.copyOf(header.getColumnsList());
        this.table = table;
        this.reader = reader;
    }

    Uni<Void> land(ImportRows rows, ImportLease lease) {
        if (closed) {
            throw TaktException.invalid("HEADER_MISSING", "part", "Rows came after the trailer.");
        }
        if (rows.getRowsCount() > MOST_ROWS_A_MESSAGE
                || accepted + unchanged + rejected + rows.getRowsCount() > MOST_ROWS) {
            throw TaktException.invalid(
                    "TOO_LARGE",
                    "rows",
                    "An import takes %d rows in all and %d a message.%nMaybe split the file."
                            .formatted(MOST_ROWS, MOST_ROWS_A_MESSAGE));
        }
        List<Fact> facts = judge(rows);
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return lease.transaction(connection -> table.append(connection, id, facts))
                .invoke(appended -> {
                    accepted += appended;
                    unchanged += facts.size() - appended;
                })
                .replaceWithVoid();
    }

    void close(ImportTrailer trailer) {
        closed = true;
        if (!trailer.getProblem().isEmpty()) {
            reject(new Rejection(trailer.getLine(), "", "", "SOURCE_CUT", trailer.getProblem()));
        }
    }

    ImportReport report() {
        if (!closed) {
            reject(new Rejection(
                    0, "", "", "STREAM_CUT", "The stream ended without its trailer; send the whole file again."));
        }
        if (accepted + unchanged + rejected == 0) {
            reject(new Rejection(1, "", "", "NO_ROWS", "The source holds a header and nothing else."));
        }
        ImportReport.Builder report = ImportReport.newBuilder()
                .setImportId(id.toString())
                .setAccepted(accepted)
                .setUnchanged(unchanged)
                .setRejected(rejected);
        rejections.forEach(r -> report.addRejectionsBuilder()
                .setLine(r.line())
                .setColumn(r.column())
                .setValue(r.value())
                .setReason(r.reason())
                .setHelp(r.help()));
        return report.build();
    }

    private List<Fact> judge(ImportRows rows) {
        List<Fact> facts = new ArrayList<>(rows.getRowsCount());
        for (ImportRow row : rows.getRowsList()) {
            try {
                RawRow raw = new RawRow(row.getLine(), columns, row.getCellsList());
                Fact fact = reader.apply(raw);
                if (!seen.add(fact.key())) {
                    throw raw.fault(
                            "",
                            "DUPLICATE_ROW",
                            "The same key %s stands on an earlier line; keep one of them.".formatted(fact.key()));
                }
                facts.add(fact);
            } catch (RowFault fault) {
                reject(fault.rejection());
            }
        }
        return facts;
    }

    private void reject(Rejection rejection) {
        rejected++;
        if (rejections.size() < REPORTED) {
            rejections.add(rejection);
        }
    }
}
