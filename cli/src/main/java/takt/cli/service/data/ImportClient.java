package takt.cli.service.data;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import takt.cli.service.Connection;
import takt.cli.service.data.RowNumber.Service;
import takt.cli.source.SourceFile;
import takt.cli.term.UserError;
import takt.proto.ingest.v1.ImportRecordsRequest;
import takt.proto.ingest.v1.ImportRecordsResponse;
import takt.proto.ingest.v1.ImportServiceGrpc;
import takt.proto.type.v1.ImportHeader;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.ImportRow;
import takt.proto.type.v1.ImportRows;
import takt.proto.type.v1.ImportTrailer;

/** Streams a file to a service, no faster than the service reads. */
public final class ImportClient {

    private static final int ROWS_A_MESSAGE = 10_000;
    private static final int BYTES_A_MESSAGE = 2 << 20;
    private static final int MINUTES = 30;

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
        Answer answer = new Answer();
        StreamObserver<ImportRecordsRequest> sender = stub.importRecords(answer);
        sender.onNext(ImportRecordsRequest.newBuilder()
                .setKind(kind)
                .setHeader(header)
                .build());
        Batch batch = new Batch(
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

    /** Collects rows into messages. */
    private static final class Batch {

        private final java.util.function.Consumer<ImportRows> send;
        private final LongConsumer progress;
        private ImportRows.Builder rows = ImportRows.newBuilder();
        private long sent;
        private long bytes;

        Batch(java.util.function.Consumer<ImportRows> send, LongConsumer progress) {
            this.send = send;
            this.progress = progress;
        }

        void add(ImportRow row) {
            rows.addRows(row);
            bytes += row.getSerializedSize();
            if (rows.getRowsCount() == ROWS_A_MESSAGE || bytes >= BYTES_A_MESSAGE) {
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

    /** The one response, and whether the service is ready for more. */
    private static final class Answer implements ClientResponseObserver<ImportRecordsRequest, ImportRecordsResponse> {

        private final CompletableFuture<ImportRecordsResponse> response = new CompletableFuture<>();
        private volatile @Nullable ClientCallStreamObserver<ImportRecordsRequest> stream;

        @Override
        public void beforeStart(ClientCallStreamObserver<ImportRecordsRequest> requestStream) {
            stream = requestStream;
        }

        @Override
        public void onNext(ImportRecordsResponse value) {
            response.complete(value);
        }

        @Override
        public void onError(Throwable failure) {
            response.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            response.completeExceptionally(new UserError("The service ended the import without a report."));
        }

        boolean isOver() {
            return response.isDone();
        }

        void awaitReady() {
            ClientCallStreamObserver<ImportRecordsRequest> open = stream;
            while (open != null && !open.isReady() && !response.isDone()) {
                LockSupport.parkNanos(1_000_000);
            }
            if (response.isCompletedExceptionally()) {
                await();
            }
        }

        ImportRecordsResponse await() {
            try {
                return response.get(MINUTES, TimeUnit.MINUTES);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (TimeoutException e) {
                throw new UserError("The service has not answered the import for %d minutes.".formatted(MINUTES));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UserError("The import was interrupted.");
            }
        }
    }
}
