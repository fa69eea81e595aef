package takt.cli.service.data;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.service.data.QuarantineClient.Place;
import takt.cli.term.JsonRows;
import takt.cli.term.Output;
import takt.cli.term.UserError;
import takt.proto.ingest.v1.QuarantinedRow;
import takt.proto.ingest.v1.ReplayQuarantineResponse;
import takt.proto.ingest.v1.RowFilter;
import takt.proto.ingest.v1.RowState;

@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description =
                "Look after rows that were kept out. Rows of the forecast service are F1, F2, ..., those of the network S1, S2, ...",
        subcommands = {
            QuarantineCommand.ListThem.class,
            QuarantineCommand.Show.class,
            QuarantineCommand.Fix.class,
            QuarantineCommand.Replay.class,
            QuarantineCommand.Dismiss.class
        })
public final class QuarantineCommand {

    /** Which rows a command means. */
    static final class Which {

        @Option(names = "--kind", paramLabel = "KIND", description = "As for an import (default: all).")
        String kind = "";

        @Option(names = "--source", paramLabel = "NAME", description = "What the rows' origin is called.")
        String source = "";

        @Option(names = "--reason", paramLabel = "CODE", description = "For example PART_UNKNOWN.")
        String reason = "";

        RowFilter filter(String kindName) {
            return RowFilter.newBuilder()
                    .setKind(kindName)
                    .setSource(source)
                    .setReason(reason)
                    .build();
        }

        RowFilter filter() {
            return filter(Kinds.code(kind));
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Count what is open by kind, source and reason; with an option, list the rows.")
    static final class ListThem extends ServiceCommand {

        @picocli.CommandLine.Mixin
        Which which = new Which();

        @picocli.CommandLine.Mixin
        Output output = new Output();

        @Option(names = "--rows", description = "List the rows, not only how many there are.")
        boolean rows;

        @Option(names = "--all", description = "Also those that were let in or set aside.")
        boolean all;

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "Write the rows as CSV, safe to open in a spreadsheet.")
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
                    client.rows(
                            which.filter(), state, (number, row) -> json.add(Map.of("row", number.toString()), row));
                }
                return 0;
            }
            try (QuarantineTables.Sheet sheet = new QuarantineTables.Sheet(file)) {
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

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Show a row, cell by cell.")
    static final class Show extends ServiceCommand {

        @Parameters(paramLabel = "ROW")
        String row = "";

        @Override
        protected int run(Connection connection, PrintWriter out) {
            RowNumber number = RowNumber.parse(row);
            QuarantineTables.show(number, new QuarantineClient(connection).row(number), out);
            return 0;
        }
    }

    @Command(
            name = "fix",
            mixinStandardHelpOptions = true,
            description = "Let a row in with other cells. What was read stays on record.")
    static final class Fix extends ServiceCommand {

        @Parameters(paramLabel = "ROW")
        String row = "";

        @Option(
                names = "--set",
                required = true,
                paramLabel = "COLUMN=VALUE",
                description = "The cell as it should be.")
        Map<String, String> cells = new LinkedHashMap<>();

        @Override
        protected int run(Connection connection, PrintWriter out) {
            QuarantineClient client = new QuarantineClient(connection);
            RowNumber number = RowNumber.parse(row);
            QuarantinedRow before = client.row(number);
            List<String> fixed = new ArrayList<>();
            for (int c = 0; c < before.getColumnsCount(); c++) {
                String read = c < before.getCellsCount() ? before.getCells(c) : "";
                fixed.add(cells.getOrDefault(before.getColumns(c), read));
            }
            cells.keySet().stream()
                    .filter(column -> !before.getColumnsList().contains(column))
                    .findFirst()
                    .ifPresent(column -> {
                        throw new UserError(
                                "The row has no column (%s), only %s.".formatted(column, before.getColumnsList()));
                    });
            QuarantineTables.show(number, client.fix(number, fixed), out);
            return 0;
        }
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Judge open rows again by what is known now and let the good ones in.")
    static final class Replay extends ServiceCommand {

        @picocli.CommandLine.Mixin
        Which which = new Which();

        /** Exit status 0 when no row stays open, 3 otherwise. */
        @Override
        protected int run(Connection connection, PrintWriter out) {
            QuarantineClient client = new QuarantineClient(connection);
            List<QuarantineClient.Counted> open = client.counts().stream()
                    .filter(c -> which.kind.isEmpty() || c.count().getKind().equals(Kinds.code(which.kind)))
                    .toList();
            long left = 0;
            for (Place place : open.stream()
                    .map(c -> new Place(c.service(), c.count().getKind()))
                    .distinct()
                    .toList()) {
                ReplayQuarantineResponse answer = client.replay(place, which.filter(place.kind()));
                QuarantineTables.replayed(place, answer, out);
                left += answer.getStillRejected();
            }
            if (open.isEmpty()) {
                out.println("No such row is open.");
            }
            return left == 0 ? 0 : 3;
        }
    }

    @Command(name = "dismiss", mixinStandardHelpOptions = true, description = "Set rows aside for good.")
    static final class Dismiss extends ServiceCommand {

        @Parameters(arity = "1..*", paramLabel = "ROW")
        List<String> rows = List.of();

        @Option(names = "--note", required = true, paramLabel = "TEXT", description = "Why, 1 to 500 characters.")
        String note = "";

        @Override
        protected int run(Connection connection, PrintWriter out) {
            List<RowNumber> numbers = rows.stream().map(RowNumber::parse).toList();
            out.printf("%d rows set aside.%n", new QuarantineClient(connection).dismiss(numbers, note));
            return 0;
        }
    }
}
