package takt.cli.command;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.UserError;
import takt.cli.client.Connection;
import takt.cli.client.ImportClient;
import takt.cli.client.Progress;
import takt.cli.client.Reports;
import takt.cli.source.Asked;
import takt.cli.source.Columns;
import takt.cli.source.SavedColumns;
import takt.cli.source.SourceFile;
import takt.proto.type.v1.ImportReport;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Import CSV, TSV (plain or .gz) and Excel (.xlsx) files.")
public final class ImportCommand extends ServiceCommand {

    enum Decimal {
        comma,
        point
    }

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    Kind kind;

    @Option(
            names = "--map",
            paramLabel = "OURS=THEIRS",
            description = "Name a column of the file, for example --map demand=Menge.")
    Map<String, String> names = new TreeMap<>();

    @Option(
            names = "--set",
            paramLabel = "COLUMN=VALUE",
            description = "Give every row a column, for example --set site=BPNS00000000OEM2.")
    Map<String, String> constants = new TreeMap<>();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "What the rows' origin is called (default: the file's name). Its saved columns are used.")
    String source = "";

    @Option(names = "--save", description = "Save --map and --set for the source, so that they need not be said again.")
    boolean save;

    @Option(names = "--strict", description = "All or nothing: one bad row, and no row lands.")
    boolean strict;

    @Option(names = "--encoding", paramLabel = "NAME", description = "For example windows-1252 (default: found out).")
    @Nullable
    String encoding;

    @Option(names = "--separator", paramLabel = "C", description = "One character, or tab (default: found out).")
    @Nullable
    String separator;

    @Option(names = "--decimal", paramLabel = "MARK", description = "${COMPLETION-CANDIDATES} (default: found out).")
    @Nullable
    Decimal decimal;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files;

    /** Exit status 0 when no row was rejected, 3 otherwise. */
    @Override
    int run(Connection connection, PrintWriter out) {
        Columns columns = columns();
        Asked asked = asked();
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
            }
            Reports.print(report, out);
            rejected += report.getRejected();
        }
        return rejected == 0 ? 0 : 3;
    }

    private Columns columns() {
        if (source.isEmpty()) {
            if (save) {
                throw new UserError("There is no name to save the columns under.\nMaybe add --source NAME.");
            }
            return new Columns(names, constants);
        }
        SavedColumns saved = new SavedColumns(stack.layout().sources(), source, kind.name());
        if (save) {
            saved.save(new Columns(names, constants));
        }
        Columns before = saved.load();
        Map<String, String> allNames = new TreeMap<>(before.names());
        allNames.putAll(names);
        Map<String, String> allConstants = new TreeMap<>(before.constants());
        allConstants.putAll(constants);
        return new Columns(allNames, allConstants);
    }

    private Asked asked() {
        if (separator != null && separator.length() != 1 && !separator.equals("tab")) {
            throw new UserError("The separator (%s) must be one character, or tab.".formatted(separator));
        }
        try {
            return new Asked(
                    encoding == null ? null : Charset.forName(encoding),
                    separator == null ? null : separator.equals("tab") ? '\t' : separator.charAt(0),
                    decimal == null ? null : decimal == Decimal.comma);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UserError("There is no encoding (%s).\nMaybe UTF-8, UTF-16 or windows-1252.".formatted(encoding));
        }
    }
}
