package takt.cli.service.model;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.proto.forecast.v1.CompareModelsRequest;
import takt.proto.forecast.v1.ModelServiceGrpc;
import takt.proto.forecast.v1.RunKind;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.TrainingRun;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Train a model per part, compare them with the champion's, and forecast a draft version with them.")
public final class TrainCommand extends ServiceCommand {

    /** What to do with a run that is there already. */
    static final class Existing {

        @Option(
                names = "--watch",
                arity = "0..1",
                fallbackValue = TrainingClient.NEWEST,
                paramLabel = "RUN",
                description = "Follow a run that has begun (default: the newest).")
        @Nullable
        String watch;

        @Option(
                names = "--cancel",
                arity = "0..1",
                fallbackValue = TrainingClient.NEWEST,
                paramLabel = "RUN",
                description = "Stop a run; what it finished is kept.")
        @Nullable
        String cancel;

        @Option(
                names = "--resume",
                arity = "0..1",
                fallbackValue = TrainingClient.NEWEST,
                paramLabel = "RUN",
                description = "Let a cancelled or failed run go on where it was.")
        @Nullable
        String resume;
    }

    @ArgGroup(exclusive = true)
    @Nullable
    Existing existing;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "NAME",
            description = "Models that may be chosen (default: all).")
    List<String> models = List.of();

    @Override
    protected int run(Connection connection, PrintWriter out) {
        TrainingClient client = new TrainingClient(connection);
        if (existing == null) {
            finish(
                    connection,
                    client.perform(StartTrainingRunRequest.newBuilder().addAllModels(models), out),
                    out);
        } else if (existing.cancel != null) {
            TrainingRun run = client.cancel(client.find(existing.cancel));
            out.printf("Run %s is %s.%n", run.getId(), TrainingClient.state(run.getState()));
        } else if (existing.resume != null) {
            finish(connection, client.follow(client.resume(client.find(existing.resume))), out);
        } else if (existing.watch != null) {
            finish(connection, client.follow(client.find(existing.watch)), out);
        }
        return 0;
    }

    private static void finish(Connection connection, TrainingRun run, PrintWriter out) {
        if (run.getKind() == RunKind.RUN_KIND_BACKTEST) {
            AccuracyTable.backtest(run, false, out);
        } else if (run.getKind() == RunKind.RUN_KIND_REPRODUCE) {
            ModelTables.reproduction(run, out);
        } else {
            AccuracyTable.print(run, out);
            out.printf("Model %d is trained.%n", run.getModelNumber());
            compare(connection, run, out);
            TrainingClient.print(new TrainingClient(connection).forecast(run.getId()), out);
        }
    }

    private static void compare(Connection connection, TrainingRun run, PrintWriter out) {
        var both = connection
                .within(60, ModelServiceGrpc.newBlockingStub(connection.forecast()))
                .compareModels(CompareModelsRequest.newBuilder()
                        .setChallenger(run.getModelNumber())
                        .build());
        if (both.getChampion() != both.getChallenger()) {
            ModelTables.compare(both, out);
            out.printf("Promote it with `./takt models promote %d --reason TEXT`.%n", both.getChallenger());
        }
    }
}
