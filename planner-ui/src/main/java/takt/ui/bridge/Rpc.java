package takt.ui.bridge;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import java.time.Duration;
import java.util.Objects;

/**
 * A call that the page may make.
 *
 * @param service the service that answers it
 * @param patience how long an answer may take
 * @param largest bytes of a request, at most
 */
public record Rpc(
        Service service,
        MethodDescriptor<? extends Message, ? extends Message> method,
        Duration patience,
        int largest) {

    private static final int SMALL = 64 << 10;

    static Rpc of(Service service, MethodDescriptor<? extends Message, ? extends Message> method) {
        return new Rpc(service, method, Duration.ofSeconds(15), SMALL);
    }

    /** For calls that go over all data. */
    Rpc patient() {
        return new Rpc(service, method, Duration.ofMinutes(5), largest);
    }

    Rpc upTo(int bytes) {
        return new Rpc(service, method, patience, bytes);
    }

    public String grpcService() {
        return Objects.requireNonNull(method.getServiceName());
    }

    public String name() {
        return Objects.requireNonNull(method.getBareMethodName());
    }

    boolean isStream() {
        return method.getType() == MethodType.SERVER_STREAMING;
    }

    /** An empty request. */
    Message.Builder request() {
        return ((PrototypeMarshaller<? extends Message>) method.getRequestMarshaller())
                .getMessagePrototype()
                .newBuilderForType();
    }
}
