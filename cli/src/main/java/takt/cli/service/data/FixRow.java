package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.UserError;
import takt.proto.ingest.v1.QuarantinedRow;

@Command(
        name = "fix",
        mixinStandardHelpOptions = true,
        description = "Let a row in with other cells. What was read stays on record.")
final class FixRow extends ServiceCommand {

    @Parameters(paramLabel = "ROW")
    String row = "";

    @Option(names = "--set", required = true, paramLabel = "COLUMN=VALUE", description = "The cell as it should be.")
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
