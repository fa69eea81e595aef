package takt.cli.client;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import takt.cli.UserError;
import takt.cli.source.SourceFile;
import takt.proto.forecast.v1.ImportKind;
import takt.proto.forecast.v1.ImportRecordsRequest;
import takt.proto.forecast.v1.ImportRecordsResponse;
import takt.proto.forecast.v1.ImportServiceGrpc;
import takt.proto.sharing.v1.ImportNetworkRequest;
import takt.proto.sharing.v1.ImportNetworkResponse;
import takt.proto.sharing.v1.NetworkKind;
import takt.proto.sharing.v1.NetworkServiceGrpc;
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

    /** @param progress hears the rows sent so far */
    public ImportReport send(ImportKind kind, SourceFile file, How how, LongConsumer progress) {
        var stub = connection.within(MINUTES * 60, ImportServiceGrpc.newStub(connection.forecast()));
        return stream(
                stub::importRecords,
                part -> {
                    ImportRecordsRequest.Builder request =
                            ImportRecordsRequest.newBuilder().setKind(kind);
                    return part instanceof ImportHeader h
                            ? request.setHeader(h).build()
                            : part instanceof ImportRows r
                                    ? request.setRows(r).build()
                                    : request.setTrailer((ImportTrailer) part).build();
                },
                ImportRecordsResponse::getReport,
                file,
                how,
                progress);
    }

    public ImportReport send(NetworkKind kind, SourceFile file, How how, LongConsumer progress) {
        var stub = connection.within(MINUTES * 60, NetworkServiceGrpc.newStub(connection.sharing()));
        return stream(
                stub::importNetwork,
                part -> {
                    ImportNetworkRequest.Builder request =
                            ImportNetworkRequest.newBuilder().setKind(kind);
                    return part instanceof ImportHeader h
                            ? request.setHeader(h).build()
                            : part instanceof ImportRows r
                                    ? request.setRows(r).build()
                                    : request.setTrailer((ImportTrailer) part).build();
                },
                ImportNetworkResponse::getReport,
                file,
                how,
                progress);
    }

    private static <Q, R> ImportReport stream(
            Function<StreamObserver<R>, StreamObserver<Q>> call,
            Function<Object, Q> wrap,
            Function<R, ImportReport> unwrap,
            SourceFile file,
            How how,
            LongConsumer progress) {
        ImportHeader header = ImportHeader.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSource(how.source().isEmpty() ? String.valueOf(file.path().getFileName()) : how.source())
                .setStrict(how.strict())
                .setContentHash(file.contentHash())
                .addAllColumns(file.columns())
                .build();
        Answer<Q, R> answer = new Answer<>();
        StreamObserver<Q> sender = call.apply(answer);
        sender.onNext(wrap.apply(header));
        Batch batch = new Batch(
                rows -> {
                    answer.awaitReady();
                    sender.onNext(wrap.apply(rows));
                },
                progress);
        SourceFile.End end = file.read(batch::add);
        batch.flush();
        if (!answer.isOver()) {
            sender.onNext(wrap.apply(ImportTrailer.newBuilder()
                    .setLine(end.line())
                    .setProblem(end.problem())
                    .build()));
            sender.onCompleted();
        }
        return unwrap.apply(answer.await());
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
    private static final class Answer<Q, R> implements ClientResponseObserver<Q, R> {

        private final CompletableFuture<R> response = new CompletableFuture<>();
        private volatile @Nullable ClientCallStreamObserver<Q> stream;

        @Override
        public void beforeStart(ClientCallStreamObserver<Q> requestStream) {
            stream = requestStream;
        }

        @Override
        public void onNext(R value) {
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
            ClientCallStreamObserver<Q> open = stream;
            while (open != null && !open.isReady() && !response.isDone()) {
                LockSupport.parkNanos(1_000_000);
            }
            if (response.isCompletedExceptionally()) {
                await();
            }
        }

        R await() {
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
