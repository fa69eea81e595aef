package takt.ingest.adapter.grpc;

import java.util.List;
import takt.ingest.judge.Header;
import takt.ingest.judge.Report;
import takt.ingest.judge.SourceRow;
import takt.ingest.judge.Trailer;
import takt.ingest.kind.Column;
import takt.ingest.kind.FactKind;
import takt.ingest.row.Rejection;
import takt.ingest.usecase.Chunk;
import takt.kit.Ids;
import takt.proto.ingest.v1.FactColumn;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.ImportRows;
import takt.proto.type.v1.ImportTrailer;

/** Imports between the contract's messages and the firewall's values. */
public final class ImportMessages {

    private ImportMessages() {}

    public static Chunk opens(String kind, ImportHeader header) {
        return new Chunk.Opens(
                kind,
                new Header(
                        Ids.uuid("request_id", header.getRequestId()),
                        header.getSource(),
                        List.copyOf(header.getColumnsList()),
                        header.getStrict(),
                        header.getContentHash()));
    }

    public static Chunk rows(ImportRows rows) {
        return new Chunk.Rows(rows.getRowsList().stream()
                .map(row -> new SourceRow(row.getLine(), row.getCellsList()))
                .toList());
    }

    public static Chunk closes(ImportTrailer trailer) {
        return new Chunk.Closes(new Trailer(trailer.getProblem(), trailer.getLine()));
    }

    public static ImportReport report(Report report) {
        ImportReport.Builder message = ImportReport.newBuilder()
                .setImportId(report.importId().toString())
                .setAccepted(report.accepted())
                .setUnchanged(report.unchanged())
                .setRejected(report.rejected())
                .setRefused(report.isRefused())
                .setRepeated(report.isRepeated())
                .setLandedByRules(report.landedByRules());
        report.rejections().forEach(r -> message.addRejections(rejection(r)));
        return message.build();
    }

    static takt.proto.type.v1.Rejection rejection(Rejection rejection) {
        return takt.proto.type.v1.Rejection.newBuilder()
                .setLine(rejection.line())
                .setColumn(rejection.column())
                .setValue(rejection.value())
                .setReason(rejection.reason())
                .setHelp(rejection.help())
                .build();
    }

    static takt.proto.ingest.v1.FactKind kind(FactKind<?> kind) {
        var message =
                takt.proto.ingest.v1.FactKind.newBuilder().setName(kind.name()).setHelp(kind.help());
        kind.columns().forEach(column -> message.addColumns(column(column)));
        return message.build();
    }

    private static FactColumn column(Column column) {
        return FactColumn.newBuilder()
                .addAllNames(column.names())
                .setNeeded(column.isNeeded())
                .setUnit(column.unit())
                .setExample(column.example())
                .setHelp(column.help())
                .build();
    }
}
