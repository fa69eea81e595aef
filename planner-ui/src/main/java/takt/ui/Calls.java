package takt.ui;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Metadata;
import io.grpc.stub.AbstractStub;
import io.quarkus.grpc.GrpcClientUtils;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Calls with the token of the person at the page, and answers as JSON. */
@RequestScoped
public class Calls {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final long SECONDS = 15;
    private static final long PATIENT_SECONDS = 300;
    private static final JsonFormat.Printer JSON =
            JsonFormat.printer().omittingInsignificantWhitespace().alwaysPrintFieldsWithNoPresence();

    private final JsonWebToken token;

    Calls(JsonWebToken token) {
        this.token = token;
    }

    /** The stub with the person's token and a deadline from now. */
    <S extends AbstractStub<S>> S as(S stub) {
        return as(stub, SECONDS);
    }

    /** For calls that go over all data. */
    <S extends AbstractStub<S>> S patient(S stub) {
        return as(stub, PATIENT_SECONDS);
    }

    private <S extends AbstractStub<S>> S as(S stub, long seconds) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token.getRawToken());
        return GrpcClientUtils.attachHeaders(stub, headers).withDeadlineAfter(seconds, TimeUnit.SECONDS);
    }

    static Uni<String> json(Uni<? extends MessageOrBuilder> message) {
        return message.map(Calls::print);
    }

    /** A short stream as a JSON array; at most {@code most} items are kept. */
    static Uni<String> array(Multi<? extends MessageOrBuilder> messages, int most) {
        return messages.select().first(most).map(Calls::print).collect().with(Collectors.joining(",", "[", "]"));
    }

    private static String print(MessageOrBuilder message) {
        try {
            return JSON.print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The answer of a service cannot be written as JSON.", e);
        }
    }
}
