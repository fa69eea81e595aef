package takt.ingest.judge;

import com.google.protobuf.InvalidProtocolBufferException;
import takt.ingest.row.Rejection;
import takt.proto.type.v1.ImportReport;

/** Reports of imports and what stands in them. */
public final class ImportReports {

    private ImportReports() {}

    public static takt.proto.type.v1.Rejection message(Rejection rejection) {
        return takt.proto.type.v1.Rejection.newBuilder()
                .setLine(rejection.line())
                .setColumn(rejection.column())
                .setValue(rejection.value().replace('\0', '\uFFFD'))
                .setReason(rejection.reason())
                .setHelp(rejection.help())
                .build();
    }

    public static ImportReport parse(byte[] bytes) {
        try {
            return ImportReport.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(
                    "A stored import report of %d bytes cannot be read.".formatted(bytes.length), e);
        }
    }

    /** What the same content once more comes to. */
    public static ImportReport repeated(byte[] before) {
        ImportReport report = parse(before);
        return report.toBuilder()
                .setAccepted(0)
                .setUnchanged(report.getAccepted() + report.getUnchanged())
                .setRepeated(true)
                .build();
    }
}
