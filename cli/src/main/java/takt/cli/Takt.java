package takt.cli;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import takt.cli.demo.DemoCommand;
import takt.cli.drop.DropCommand;
import takt.cli.lab.LabCommand;
import takt.cli.service.data.DataCommand;
import takt.cli.service.data.ImportCommand;
import takt.cli.service.model.BacktestServiceCommand;
import takt.cli.service.model.ModelsCommand;
import takt.cli.service.model.TrainCommand;
import takt.cli.service.version.ForecastServiceCommand;
import takt.cli.service.version.GroupsCommand;
import takt.cli.service.version.ReleaseCommand;
import takt.cli.service.version.VersionsCommand;
import takt.cli.stack.command.DownCommand;
import takt.cli.stack.command.IssueCommand;
import takt.cli.stack.command.KeepCommand;
import takt.cli.stack.command.LoginCommand;
import takt.cli.stack.command.LoginsCommand;
import takt.cli.stack.command.LogsCommand;
import takt.cli.stack.command.StatusCommand;
import takt.cli.stack.command.UpCommand;
import takt.cli.term.UserError;
import takt.engine.selection.NoUsableModel;

/** Entry of the command line. */
@Command(
        name = "takt",
        mixinStandardHelpOptions = true,
        version = "takt 0.1.0",
        description = "One shared view of the future for a supply chain: forecast, publish, commit, match.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            LoginCommand.class,
            LoginsCommand.class,
            KeepCommand.class,
            IssueCommand.class,
            ImportCommand.class,
            DropCommand.class,
            TrainCommand.class,
            BacktestServiceCommand.class,
            ModelsCommand.class,
            ForecastServiceCommand.class,
            VersionsCommand.class,
            GroupsCommand.class,
            DataCommand.class,
            ReleaseCommand.class,
            LabCommand.class
        })
public final class Takt {

    private static final Logger QUIET = Logger.getLogger("");

    private Takt() {}

    public static void main(String[] args) {
        LogManager.getLogManager().reset();
        QUIET.setLevel(Level.OFF);
        int status = 1;
        try {
            status = commandLine().execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            System.err.println("This is more than fits into memory (%s).\nMaybe split the file.".formatted(e));
        }
        System.exit(status);
    }

    /** The command line as it is run; an error is one message and status 1. */
    public static CommandLine commandLine() {
        CommandLine takt = new CommandLine(new Takt()).setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr().println(command.getColorScheme().errorText(explain(failure)));
            return 1;
        });
        CommandLine imports = Objects.requireNonNull(takt.getSubcommands().get("import"));
        ImportCommand command = imports.getCommand();
        imports.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> command.kinds());
        return takt;
    }

    private static String explain(Exception failure) {
        if (failure instanceof UserError || failure instanceof NoUsableModel) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof StatusRuntimeException grpc) {
            Status status = grpc.getStatus();
            return switch (status.getCode()) {
                case UNAVAILABLE ->
                    "The service does not answer (%s).\nMaybe start the stack with `./takt up`, or look at `./takt status`."
                            .formatted(status.getDescription());
                case UNAUTHENTICATED, PERMISSION_DENIED ->
                    "The service refused the call: %s\nMaybe log in first: `./takt login planner`."
                            .formatted(status.getDescription());
                default -> "%s: %s".formatted(status.getCode(), status.getDescription());
            };
        }
        return "Something went wrong that nobody foresaw: " + failure;
    }
}
