package takt.cli.drop;

import io.grpc.StatusRuntimeException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import takt.cli.service.Connection;
import takt.cli.service.data.ImportClient;
import takt.cli.service.data.Kinds;
import takt.cli.source.Asked;
import takt.cli.source.Columns;
import takt.cli.source.SavedColumns;
import takt.cli.source.SourceFile;
import takt.cli.stack.Keys;
import takt.cli.stack.Logins;
import takt.cli.stack.StackLayout;
import takt.cli.stack.command.StackOptions;
import takt.cli.term.UserError;

@Command(
        name = "drop",
        mixinStandardHelpOptions = true,
        description =
                "Import what is put into a folder, as the planner, until it is stopped. `takt up` starts it for the folder `drop` of the stack.")
public final class DropCommand implements Callable<Integer> {

    private static final int PAUSE_MILLIS = 1_000;

    @Mixin
    StackOptions stack = new StackOptions();

    @Spec
    CommandSpec spec;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "The folder (default: `drop` of the stack).")
    @Nullable
    Path folder;

    @Override
    public Integer call() throws InterruptedException {
        StackLayout layout = stack.layout();
        PrintWriter out = spec.commandLine().getOut();
        DropFolder drop = new DropFolder(folder == null ? layout.drop() : folder, Clock.systemUTC());
        List<String> said = List.of();
        drop.make(Kinds.last(layout).names());
        boolean isMade = false;
        while (!Thread.currentThread().isInterrupted()) {
            isMade = isMade || make(layout, drop);
            List<Connection> opened = new ArrayList<>();
            List<String> lines = drop.look(() -> {
                Connection connection = connect(layout);
                opened.add(connection);
                Kinds kinds = Kinds.ask(connection, layout);
                return dropped -> send(layout, connection, kinds, dropped);
            });
            opened.forEach(Connection::close);
            if (!lines.equals(said)) { // what waits is said once
                lines.forEach(out::println);
                out.flush();
            }
            said = lines;
            Thread.sleep(PAUSE_MILLIS);
        }
        return 0;
    }

    /** Once a service answers there is a folder for each of its kinds. */
    private static boolean make(StackLayout layout, DropFolder drop) {
        try (Connection connection = connect(layout)) {
            drop.make(Kinds.ask(connection, layout).names());
            return true;
        } catch (UserError | StatusRuntimeException e) { // nobody answers yet, or there is no login
            return false;
        }
    }

    private static Connection connect(StackLayout layout) {
        return new Connection(layout, new Keys(layout).token(new Logins(layout).require("planner")));
    }

    private static List<ImportClient.Sent> send(
            StackLayout layout, Connection connection, Kinds kinds, DroppedFile dropped) {
        Columns columns = dropped.source().isEmpty()
                ? Columns.AS_THEY_ARE
                : new SavedColumns(layout.sources(), dropped.source(), dropped.kind()).load();
        return new ImportClient(connection)
                .send(
                        kinds.require(dropped.kind()),
                        new SourceFile(dropped.file(), columns.knowing(kinds.vocabulary()), Asked.NOTHING),
                        new ImportClient.How(dropped.source(), false),
                        rows -> {});
    }
}
