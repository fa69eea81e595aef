package takt.ui.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Messages as proto3 JSON. */
final class Json {

    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().omittingInsignificantWhitespace().alwaysPrintFieldsWithNoPresence();
    private static final JsonFormat.Printer BRIEF = JsonFormat.printer().omittingInsignificantWhitespace();
    private static final JsonFormat.Parser PARSER = JsonFormat.parser();
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** With each field, set or not. */
    static String print(MessageOrBuilder message) {
        return print(PRINTER, message);
    }

    /** Without what has its default, as the page writes its requests. */
    static String brief(MessageOrBuilder message) {
        return print(BRIEF, message);
    }

    private static String print(JsonFormat.Printer printer, MessageOrBuilder message) {
        try {
            return printer.print(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The answer of a service cannot be written as JSON.", e);
        }
    }

    /** Fails as INVALID_ARGUMENT on what is no such message: unknown fields, fields that stand twice. */
    static Message parse(Rpc rpc, byte[] body) {
        Message.Builder request = rpc.request();
        try {
            requireOnce(body);
            PARSER.merge(body.length == 0 ? "{}" : new String(body, StandardCharsets.UTF_8), request);
            return request.build();
        } catch (InvalidProtocolBufferException e) {
            throw invalid(request, e);
        } catch (JsonProcessingException e) {
            throw invalid(request, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field that stands twice could mean either. */
    private static void requireOnce(byte[] body) throws IOException {
        try (JsonParser tokens = STRICT.createParser(body)) {
            while (tokens.nextToken() != null) {
                // its fields are looked at on the way
            }
        }
    }

    private static StatusRuntimeException invalid(Message.Builder request, IOException e) {
        return Status.INVALID_ARGUMENT
                .withDescription("The body is no %s: %s"
                        .formatted(request.getDescriptorForType().getName(), e.getMessage()))
                .withCause(e)
                .asRuntimeException();
    }
}
