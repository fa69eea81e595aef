package takt.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.client.Connection;
import takt.cli.client.ImportClient;
import takt.cli.client.Progress;
import takt.cli.client.Reports;
import takt.cli.client.SourceFile;
import takt.proto.type.v1.ImportReport;

@Command(name = "import", mixinStandardHelpOptions = true, description = "Import CSV or CSV.gz files.")
public final class ImportCommand extends ServiceCommand {

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    Kind kind;

    @Option(
            names = "--map",
            paramLabel = "FILE=OURS",
            description = "Rename a column of the file, for example --map Menge=demand.")
    Map<String, String> renamed = new TreeMap<>();

    @Option(
            names = "--set",
            paramLabel = "COLUMN=VALUE",
            description = "Give every row a column, for example --set site=BPNS00000000OEM2.")
    Map<String, String> constants = new TreeMap<>();

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files;

    /** Exit status 0 when no row was rejected, 3 otherwise. */
    @Override
    int run(Connection connection, PrintWriter out) {
        long rejected = 0;
        for (Path file : files) {
            out.print(file.getFileName() + ": ");
            out.flush();
            ImportReport report;
            try (Progress progress = new Progress("import")) {
                report = kind.send(
                        new ImportClient(connection),
                        new SourceFile(file, renamed, constants),
                        n -> progress.at("rows", n, 0));
            }
            Reports.print(report, out);
            rejected += report.getRejected();
        }
        return rejected == 0 ? 0 : 3;
    }
}
