package takt.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.UnknownFieldSet;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import takt.kit.TestStack;
import takt.proto.sharing.v1.ListPublicationsRequest;

/** Requests as bytes, as nobody's generated client would send them. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MessagesTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        channel = ManagedChannelBuilder.forAddress("localhost", port)
                .usePlaintext()
                .build();
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    /** Takes and gives the bytes themselves. */
    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte[] list(byte[] request) {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + TestStack.token("system", "supplier", "BPNL00000000MSG1"));
        Channel caller = ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
        MethodDescriptor<byte[], byte[]> method = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName("takt.sharing.v1.PublicationService/ListPublications")
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build();
        return ClientCalls.blockingUnaryCall(caller, method, CallOptions.DEFAULT, request);
    }

    /** A question with so many bytes in a field that nobody knows. */
    private static byte[] padded(int bytes) {
        return ListPublicationsRequest.newBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                900,
                                UnknownFieldSet.Field.newBuilder()
                                        .addLengthDelimited(com.google.protobuf.ByteString.copyFrom(new byte[bytes]))
                                        .build())
                        .build())
                .build()
                .toByteArray();
    }

    private void assertRefused(byte[] request, String words) {
        StatusRuntimeException refused = catchThrowableOfType(StatusRuntimeException.class, () -> list(request));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).contains(words);
    }

    @Test
    void bytesThatAreNoMessageAreRefusedAndTheConnectionGoesOn() {
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff}, "no message of this call");
        assertThat(list(new byte[0])).isEmpty();
    }

    @Test
    void aQuestionMayHave64KilobytesAndFieldsOfALaterContract() {
        assertThat(list(padded(65_000))).isEmpty();
        assertRefused(padded(65_600), "takes 65536 at most");
        assertRefused(padded(3_000_000), "takes 65536 at most");
        assertThat(list(new byte[0])).isEmpty();
    }
}
