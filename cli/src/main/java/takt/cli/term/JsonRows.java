package takt.cli.term;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import java.io.PrintWriter;
import java.util.Map;

/** A JSON array with an object a line, written as the rows come. */
public final class JsonRows implements AutoCloseable {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    private static final JsonFormat.Printer MESSAGES =
            JsonFormat.printer().omittingInsignificantWhitespace().alwaysPrintFieldsWithNoPresence();

    private final PrintWriter out;
    private boolean hasBegun;

    public JsonRows(PrintWriter out) {
        this.out = out;
    }

    /** A message of the contract in its JSON form, with some more fields before it. */
    public void add(Map<String, ?> more, MessageOrBuilder message) {
        try {
            ObjectNode row = MAPPER.valueToTree(more);
            row.setAll((ObjectNode) MAPPER.readTree(MESSAGES.print(message)));
            line(row);
        } catch (JsonProcessingException | InvalidProtocolBufferException e) {
            throw new IllegalStateException("An answer cannot be written as JSON.", e);
        }
    }

    public void add(MessageOrBuilder message) {
        add(Map.of(), message);
    }

    public void add(Map<String, ?> row) {
        line(row);
    }

    private void line(Object row) {
        try {
            out.print(hasBegun ? ",\n  " : "[\n  ");
            out.print(MAPPER.writeValueAsString(row));
            hasBegun = true;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row cannot be written as JSON.", e);
        }
    }

    @Override
    public void close() {
        out.println(hasBegun ? "\n]" : "[]");
        out.flush();
    }
}
