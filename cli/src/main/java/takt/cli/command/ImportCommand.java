package takt.cli.command;

import io.grpc.StatusRuntimeException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.UserError;
import takt.cli.client.Connection;
import takt.cli.client.ImportClient;
import takt.cli.client.Progress;
import takt.cli.client.Reports;
import takt.cli.source.Asked;
import takt.cli.source.Columns;
import takt.cli.source.FileOptions;
import takt.cli.source.SavedColumns;
import takt.cli.source.SourceFile;
import takt.proto.type.v1.ImportReport;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Import CSV, TSV (plain or .gz) and Excel (.xlsx) files.")
public final class ImportCommand extends ServiceCommand {

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    Kind kind;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "What the rows' origin is called (default: the file's name). Its saved columns are used.")
    String source = "";

    @Option(names = "--save", description = "Save --map and --set for the source, so that they need not be said again.")
    boolean save;

    @Option(names = "--strict", description = "All or nothing: one bad row, and no row lands.")
    boolean strict;

    @Mixin
    FileOptions form = new FileOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files;

    /** Exit status 0 when no row was rejected, 3 otherwise. */
    @Override
    int run(Connection connection, PrintWriter out) {
        Columns columns = columns();
        Asked asked = form.asked();
        long rejected = 0;
        for (Path path : files) {
            SourceFile file = new SourceFile(path, columns, asked);
            out.print(path.getFileName() + (file.words().isEmpty() ? "" : " (" + file.words() + ")") + ": ");
            out.flush();
            ImportReport report;
            try (Progress progress = new Progress("import")) {
                report = kind.send(
                        new ImportClient(connection),
                        file,
                        new ImportClient.How(source, strict),
                        n -> progress.at("rows", n, file.share() == 0 ? 0 : Math.round(n / file.share())));
            } catch (StatusRuntimeException e) {
                throw Hint.columns(e, file.header());
            }
            Reports.print(report, out);
            Hint.rows(report, asked).forEach(out::println);
            rejected += report.getRejected();
        }
        return rejected == 0 ? 0 : 3;
    }

    private Columns columns() {
        if (source.isEmpty()) {
            if (save) {
                throw new UserError("There is no name to save the columns under.\nMaybe add --source NAME.");
            }
            return form.columns();
        }
        SavedColumns saved = new SavedColumns(stack.layout().sources(), source, kind.name());
        if (save) {
            saved.save(form.columns());
        }
        Columns before = saved.load();
        Map<String, String> allNames = new TreeMap<>(before.names());
        allNames.putAll(form.columns().names());
        Map<String, String> allConstants = new TreeMap<>(before.constants());
        allConstants.putAll(form.columns().constants());
        return new Columns(allNames, allConstants);
    }
}
