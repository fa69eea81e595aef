package takt.cli.service.data;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import takt.cli.term.UserError;
import takt.proto.ingest.v1.ImportRecordsRequest;
import takt.proto.ingest.v1.ImportRecordsResponse;

/** The one response, and whether the service is ready for more. */
final class ImportAnswer implements ClientResponseObserver<ImportRecordsRequest, ImportRecordsResponse> {

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
            return response.get(ImportClient.MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new UserError(
                    "The service has not answered the import for %d minutes.".formatted(ImportClient.MINUTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("The import was interrupted.");
        }
    }
}
