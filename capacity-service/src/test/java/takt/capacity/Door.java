package takt.capacity;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import takt.kit.TestStack;

/** The running service's door for calls of the contract, for whoever knocks. */
record Door(ManagedChannel channel) implements AutoCloseable {

    static Door at(int port) {
        return new Door(ManagedChannelBuilder.forAddress("localhost", port)
                .usePlaintext()
                .build());
    }

    static <S extends AbstractStub<S>> S as(String role, String partner, S stub) {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + TestStack.token("test", role, partner));
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
