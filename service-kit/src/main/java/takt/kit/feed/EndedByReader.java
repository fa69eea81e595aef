package takt.kit.feed;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.AbstractStub;
import io.smallrye.mutiny.Multi;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ends a stream at its server when its reader has heard enough: Quarkus' stubs tell the server nothing when they are
 * cancelled, and it would go on for as long as the connection does.
 */
public final class EndedByReader {

    private final AtomicReference<@Nullable ClientCall<?, ?>> call = new AtomicReference<>();
    private volatile boolean isOver;

    private EndedByReader() {}

    /** @param call makes one call with the stub it is given */
    public static <S extends AbstractStub<S>, T> Multi<T> stream(S stub, Function<S, Multi<T>> call) {
        return Multi.createFrom().deferred(() -> {
            EndedByReader end = new EndedByReader();
            return call.apply(stub.withInterceptors(end::intercept))
                    .onTermination()
                    .invoke(end::end);
        });
    }

    private void end() {
        isOver = true;
        ClientCall<?, ?> begun = call.get();
        if (begun != null) {
            begun.cancel("The reader has heard enough.", null);
        }
    }

    private <Q, R> ClientCall<Q, R> intercept(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        ClientCall<Q, R> begun = next.newCall(method, options);
        call.set(begun);
        return new SimpleForwardingClientCall<>(begun) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                if (!isOver) { // nobody waits for the end that the reader made
                                    super.onClose(status, trailers);
                                }
                            }
                        },
                        headers);
            }
        };
    }
}
