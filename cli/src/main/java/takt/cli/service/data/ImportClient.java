package takt.cli.service.data;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import takt.cli.service.Connection;
import takt.cli.service.data.RowNumber.Service;
import takt.cli.source.SourceFile;
import takt.proto.ingest.v1.ImportRecordsRequest;
import takt.proto.ingest.v1.ImportServiceGrpc;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.ImportTrailer;

/** Streams a file to a service, no faster than the service reads. */
public final class ImportClient {

    static final int ROWS_A_MESSAGE = 10_000;
    static final int BYTES_A_MESSAGE = 2 << 20;
    static final int MINUTES = 30;

    /**
     * How a file is imported.
     *
     * @param source what the rows' origin is called; empty for the file's name
     * @param strict all or nothing
     */
    public record How(String source, boolean strict) {

        public static final How PLAIN = new How("", false);
    }

    private final Connection connection;

    public ImportClient(Connection connection) {
        this.connection = connection;
    }

    /** What a service made of a file. */
    public record Sent(Service service, ImportReport report) {}

    /**
     * Sends a file to each service that takes the kind in, one after the other; one that refuses it ends the sending.
     *
     * @param progress hears the rows sent so far
     */
    public List<Sent> send(Kinds.Kind kind, SourceFile file, How how, LongConsumer progress) {
        List<Sent> sent = new ArrayList<>();
        for (Service service : kind.places().keySet()) {
            sent.add(new Sent(service, send(service, kind.code(), file, how, progress)));
        }
        return sent;
    }

    private ImportReport send(Service service, String kind, SourceFile file, How how, LongConsumer progress) {
        var stub = connection.within(MINUTES * 60, ImportServiceGrpc.newStub(connection.service(service)));
        ImportHeader header = ImportHeader.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSource(how.source().isEmpty() ? String.valueOf(file.path().getFileName()) : how.source())
                .setStrict(how.strict())
                .setContentHash(file.contentHash())
                .addAllColumns(file.columns())
                .build();
        ImportAnswer answer = new ImportAnswer();
        StreamObserver<ImportRecordsRequest> sender = stub.importRecords(answer);
        sender.onNext(ImportRecordsRequest.newBuilder()
                .setKind(kind)
                .setHeader(header)
                .build());
        RowBatch batch = new RowBatch(
                rows -> {
                    answer.awaitReady();
                    sender.onNext(
                            ImportRecordsRequest.newBuilder().setRows(rows).build());
                },
                progress);
        SourceFile.End end = file.read(batch::add);
        batch.flush();
        if (!answer.isOver()) {
            sender.onNext(ImportRecordsRequest.newBuilder()
                    .setTrailer(ImportTrailer.newBuilder().setLine(end.line()).setProblem(end.problem()))
                    .build());
            sender.onCompleted();
        }
        return answer.await().getReport();
    }
}
