package takt.cli.service.data;

import io.grpc.StatusRuntimeException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.source.Asked;
import takt.cli.source.Columns;
import takt.cli.source.FileOptions;
import takt.cli.source.SavedColumns;
import takt.cli.source.SourceFile;
import takt.cli.stack.StackLayout;
import takt.cli.stack.TokenFile;
import takt.cli.term.Progress;
import takt.cli.term.UserError;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Import CSV, TSV (plain or .gz) and Excel (.xlsx) files.")
public final class ImportCommand extends ServiceCommand {

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "What the rows are; see below.")
    String kind = "";

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
    protected int run(Connection connection, PrintWriter out) {
        Kinds kinds = Kinds.ask(connection, stack.layout());
        Kinds.Kind sort = kinds.require(kind);
        Columns columns = columns().knowing(kinds.vocabulary());
        Asked asked = form.asked();
        long rejected = 0;
        for (Path path : files) {
            SourceFile file = new SourceFile(path, columns, asked);
            out.print(path.getFileName() + (file.words().isEmpty() ? "" : " (" + file.words() + ")") + ": ");
            out.flush();
            List<ImportClient.Sent> sent;
            try (Progress progress = new Progress("import")) {
                sent = new ImportClient(connection)
                        .send(
                                sort,
                                file,
                                new ImportClient.How(source, strict),
                                n -> progress.at("rows", n, file.share() == 0 ? 0 : Math.round(n / file.share())));
            } catch (StatusRuntimeException e) {
                throw Hint.columns(e, file.header());
            }
            Reports.print(sent, out);
            for (ImportClient.Sent one : sent) {
                Hint.rows(one.report(), asked).forEach(out::println);
                rejected += one.report().getRejected();
            }
        }
        return rejected == 0 ? 0 : 3;
    }

    /** The kinds with their columns, below the options; asked of the services while they answer. */
    public String kinds() {
        StackLayout layout = stack.layout();
        StringWriter words = new StringWriter();
        Kinds kinds = Kinds.last(layout);
        TokenFile token = new TokenFile(layout);
        if (token.isThere()) {
            try (Connection connection = new Connection(layout, token.require())) {
                kinds = Kinds.ask(connection, layout);
            } catch (UserError | StatusRuntimeException e) {
                // nobody answers; what they said last is better than nothing
            }
        }
        if (kinds.names().isEmpty()) {
            return "%nKinds and their columns are listed here once you are logged in (`./takt up`, `./takt login planner`); docs/kinds.md has them too.%n"
                    .formatted();
        }
        kinds.print(new PrintWriter(words));
        return words.toString();
    }

    private Columns columns() {
        if (source.isEmpty()) {
            if (save) {
                throw new UserError("There is no name to save the columns under.\nMaybe add --source NAME.");
            }
            return form.columns();
        }
        SavedColumns saved = new SavedColumns(stack.layout().sources(), source, kind.toLowerCase(Locale.ROOT));
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
