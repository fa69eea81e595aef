package takt.kit.server;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a stream of requests go on over bytes that are no message: they count as a message without content, which whoever
 * judges the stream refuses at once. The shared HTTP server would drop them without a word, and the sender would be held
 * until he is taken for idle.
 */
public final class ReadableStreams {

    private ReadableStreams() {}

    /** The same service; calls that send one message are left as they are. */
    public static ServerServiceDefinition of(ServerServiceDefinition service) {
        List<? extends ServerMethodDefinition<?, ?>> methods =
                service.getMethods().stream().map(ReadableStreams::readable).toList();
        ServiceDescriptor.Builder descriptor = ServiceDescriptor.newBuilder(
                        service.getServiceDescriptor().getName())
                .setSchemaDescriptor(service.getServiceDescriptor().getSchemaDescriptor());
        methods.forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
        ServerServiceDefinition.Builder readable = ServerServiceDefinition.builder(descriptor.build());
        methods.forEach(readable::addMethod);
        return readable.build();
    }

    private static <Q, R> ServerMethodDefinition<Q, R> readable(ServerMethodDefinition<Q, R> method) {
        MethodDescriptor<Q, R> descriptor = method.getMethodDescriptor();
        if (descriptor.getType().clientSendsOneMessage()
                || !(descriptor.getRequestMarshaller() instanceof PrototypeMarshaller<Q> requests)) {
            return method;
        }
        return ServerMethodDefinition.create(
                descriptor.toBuilder()
                        .setRequestMarshaller(new Lenient<>(requests))
                        .build(),
                method.getServerCallHandler());
    }

    private record Lenient<Q>(PrototypeMarshaller<Q> base) implements PrototypeMarshaller<Q> {

        @Override
        public @Nullable Q getMessagePrototype() {
            return base.getMessagePrototype();
        }

        @Override
        public Class<Q> getMessageClass() {
            return base.getMessageClass();
        }

        @Override
        public InputStream stream(Q message) {
            return base.stream(message);
        }

        @Override
        public Q parse(InputStream bytes) {
            try {
                return base.parse(bytes);
            } catch (StatusRuntimeException e) {
                Q empty = base.getMessagePrototype();
                if (empty == null) {
                    throw e;
                }
                return empty;
            }
        }
    }
}
