package takt.cli.term;

import com.google.protobuf.MessageOrBuilder;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** For people or for programs. */
public final class Output {

    enum Form {
        table,
        json
    }

    @Option(names = "--output", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES} (default: table)")
    Form form = Form.table;

    public boolean isJson() {
        return form == Form.json;
    }

    /** All messages as JSON, or what stands for them. */
    public <M extends MessageOrBuilder> void print(
            Collection<M> messages, PrintWriter out, Consumer<Collection<M>> table) {
        if (isJson()) {
            try (JsonRows rows = new JsonRows(out)) {
                messages.forEach(rows::add);
            }
        } else {
            table.accept(messages);
        }
    }
}
