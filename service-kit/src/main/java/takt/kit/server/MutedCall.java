package takt.kit.server;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says nothing any more once the call is over. It writes where the end is heard of, on the connection's own thread:
 * what another thread had checked before could be over when it is written.
 */
final class MutedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {

    private final AtomicBoolean isOver;
    private final ContextInternal context;
    private final Queue<Runnable> writes = new ConcurrentLinkedQueue<>();

    MutedCall(ServerCall<Q, R> call, AtomicBoolean isOver, Context context) {
        super(call);
        this.isOver = isOver;
        this.context = (ContextInternal) context;
    }

    private void write(Runnable write) {
        writes.add(write);
        if (context.nettyEventLoop().inEventLoop()) {
            drain();
        } else {
            context.nettyEventLoop().execute(() -> context.dispatch(this::drain));
        }
    }

    /** In the order in which it was said. */
    private void drain() {
        for (Runnable next = writes.poll(); next != null; next = writes.poll()) {
            next.run();
        }
    }

    @Override
    public void sendHeaders(Metadata headers) {
        write(() -> {
            if (!isOver.get()) {
                super.sendHeaders(headers);
            }
        });
    }

    @Override
    public void sendMessage(R message) {
        write(() -> {
            if (!isOver.get()) {
                super.sendMessage(message);
            }
        });
    }

    @Override
    public void close(Status status, Metadata trailers) {
        write(() -> {
            if (!isOver.getAndSet(true)) {
                super.close(status, trailers);
            }
        });
    }

    @Override
    public boolean isCancelled() {
        return isOver.get() || super.isCancelled();
    }
}
