package takt.kit.server;

import com.google.protobuf.MessageLite;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import takt.kit.error.GrpcErrors;
import takt.kit.error.TaktException;

/**
 * Ends a call on the server when it has ended for its client, in whatever way. The shared HTTP server tells of a reset
 * with the code CANCEL alone (eclipse-vertx/vertx-grpc#370, quarkusio/quarkus#56268): after any other reset, or when the
 * connection is gone, a stream would be worked on until the service stops, and an answer that is written late would end
 * the whole connection with all other calls on it.
 */
@GlobalInterceptor
@ApplicationScoped
public class EndedCalls implements ServerInterceptor, Prioritized {

    /** Bytes that a request may have which merely asks; streams and the calls named as large take whole messages. */
    static final int QUESTION = 65_536;

    private final Pulse pulse;
    private final GrpcErrors errors;
    private final Set<String> large;

    EndedCalls(
            Pulse pulse,
            GrpcErrors errors,
            @ConfigProperty(name = "takt.calls.large", defaultValue = "none") Set<String> large) {
        this.pulse = pulse;
        this.errors = errors;
        this.large = Set.copyOf(large);
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Context context = Vertx.currentContext();
        RoutingContext http = context == null ? null : context.getLocal(RoutingContext.class.getName());
        if (http == null) { // on a server of its own gRPC sees to it itself
            return next.startCall(call, headers);
        }
        AtomicBoolean isOver = new AtomicBoolean();
        Bounded<Q, R> listener =
                new Bounded<>(next.startCall(new MutedCall<>(call, isOver, context), headers), call, isOver);
        Runnable quiet = pulse.during(http.request().connection());
        http.addEndHandler(ended -> {
            quiet.run();
            if (!isOver.get()) { // a stream that was closed counts as ended well there
                listener.onCancel();
            }
        });
        return listener;
    }

    /** Before all others, so that each of them hears of the end. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    /** Hears of the end once, and of a request only if it could be read. */
    private final class Bounded<Q, R> extends SimpleForwardingServerCallListener<Q> {

        private final ServerCall<Q, R> call;
        private final AtomicBoolean isOver;
        private final AtomicBoolean isCancelled = new AtomicBoolean();
        private boolean isRead;

        Bounded(ServerCall.Listener<Q> listener, ServerCall<Q, R> call, AtomicBoolean isOver) {
            super(listener);
            this.call = call;
            this.isOver = isOver;
        }

        @Override
        public void onMessage(Q message) {
            isRead = true;
            if (isTooLarge(message)) {
                if (!isOver.getAndSet(true)) {
                    errors.close(call, tooLarge(((MessageLite) message).getSerializedSize()));
                }
                return;
            }
            super.onMessage(message);
        }

        private boolean isTooLarge(Q message) {
            return call.getMethodDescriptor().getType().clientSendsOneMessage()
                    && !large.contains(call.getMethodDescriptor().getBareMethodName())
                    && message instanceof MessageLite lite
                    && lite.getSerializedSize() > QUESTION;
        }

        @Override
        public void onHalfClose() {
            if (!isRead && call.getMethodDescriptor().getType().clientSendsOneMessage()) {
                if (!isOver.getAndSet(true)) {
                    errors.close(call, malformed());
                }
                return;
            }
            if (!isOver.get()) {
                super.onHalfClose();
            }
        }

        @Override
        public void onCancel() {
            if (!isCancelled.getAndSet(true)) {
                isOver.set(true);
                super.onCancel();
            }
        }
    }

    private static TaktException tooLarge(int size) {
        return TaktException.invalid(
                "MESSAGE_TOO_LARGE",
                "message",
                "The request has %d bytes; this call takes %d at most.".formatted(size, QUESTION));
    }

    private static TaktException malformed() {
        return TaktException.invalid(
                "MESSAGE_MALFORMED",
                "message",
                "The request is missing, or its bytes are no message of this call.\nMaybe the client was made from another contract.");
    }
}
