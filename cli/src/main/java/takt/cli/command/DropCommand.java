package takt.cli.command;

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
import takt.cli.client.Connection;
import takt.cli.client.ImportClient;
import takt.cli.drop.DropFolder;
import takt.cli.source.Asked;
import takt.cli.source.Columns;
import takt.cli.source.SavedColumns;
import takt.cli.source.SourceFile;
import takt.cli.stack.Keys;
import takt.cli.stack.Logins;
import takt.cli.stack.StackLayout;

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
        while (!Thread.currentThread().isInterrupted()) {
            List<Connection> opened = new ArrayList<>();
            List<String> lines = drop.look(() -> {
                Connection connection =
                        new Connection(layout, new Keys(layout).token(new Logins(layout).require("planner")));
                opened.add(connection);
                return dropped -> send(layout, connection, dropped);
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

    private static takt.proto.type.v1.ImportReport send(
            StackLayout layout, Connection connection, DropFolder.Dropped dropped) {
        Columns columns = dropped.source().isEmpty()
                ? Columns.AS_THEY_ARE
                : new SavedColumns(
                                layout.sources(),
                                dropped.source(),
                                dropped.kind().name())
                        .load();
        return dropped.kind()
                .send(
                        new ImportClient(connection),
                        new SourceFile(dropped.file(), columns, Asked.NOTHING),
                        new ImportClient.How(dropped.source(), false),
                        rows -> {});
    }
}
