package takt.cli.service.data;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.JsonRows;
import takt.cli.term.Output;
import takt.cli.term.UserError;
import takt.proto.ingest.v1.RowFilter;
import takt.proto.ingest.v1.RowState;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Count what is open by kind, source and reason; with an option, list the rows.")
final class QuarantineList extends ServiceCommand {

    @picocli.CommandLine.Mixin
    RowChoice which = new RowChoice();

    @picocli.CommandLine.Mixin
    Output output = new Output();

    @Option(names = "--rows", description = "List the rows, not only how many there are.")
    boolean rows;

    @Option(names = "--all", description = "Also those that were let in or set aside.")
    boolean all;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the rows as CSV, safe to open in a spreadsheet.")
    @Nullable
    Path file;

    @Override
    protected int run(Connection connection, PrintWriter out) {
        QuarantineClient client = new QuarantineClient(connection);
        boolean isPlain = which.filter().equals(RowFilter.getDefaultInstance()) && !rows && !all && file == null;
        if (isPlain) {
            counts(client.counts(), out);
            return 0;
        }
        RowState state = all ? RowState.ROW_STATE_UNSPECIFIED : RowState.ROW_STATE_OPEN;
        if (output.isJson() && file == null) {
            try (JsonRows json = new JsonRows(out)) {
                client.rows(which.filter(), state, (number, row) -> json.add(Map.of("row", number.toString()), row));
            }
            return 0;
        }
        try (QuarantineSheet sheet = new QuarantineSheet(file)) {
            client.rows(which.filter(), state, (number, row) -> {
                if (file == null) {
                    QuarantineTables.line(number, row, out);
                } else {
                    sheet.add(number, row);
                }
            });
        } catch (IOException e) {
            throw new UserError("The file (%s) cannot be written: %s".formatted(file, e.getMessage()));
        }
        return 0;
    }

    private void counts(List<QuarantineClient.Counted> counts, PrintWriter out) {
        if (!output.isJson()) {
            QuarantineTables.counts(counts, out);
            return;
        }
        try (JsonRows json = new JsonRows(out)) {
            counts.forEach(c -> json.add(Map.of("service", c.service().name()), c.count()));
        }
    }
}
