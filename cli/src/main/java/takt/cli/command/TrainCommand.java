package takt.cli.command;

import java.io.PrintWriter;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import takt.cli.client.AccuracyTable;
import takt.cli.client.Connection;
import takt.cli.client.TokenFile;
import takt.cli.client.TrainingClient;
import takt.cli.stack.StackLayout;
import takt.proto.forecast.v1.CreateForecastVersionRequest;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.TrainingRun;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train a model per part, and forecast a draft version with them.")
public final class TrainCommand implements Callable<Integer> {

    @Mixin
    StackOptions stack = new StackOptions();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        StackLayout layout = stack.layout();
        PrintWriter out = spec.commandLine().getOut();
        try (Connection connection = new Connection(layout, new TokenFile(layout).require())) {
            TrainingRun run = new TrainingClient(connection).train();
            ForecastVersion version = connection
                    .within(300, ForecastVersionServiceGrpc.newBlockingStub(connection.forecast()))
                    .createForecastVersion(CreateForecastVersionRequest.newBuilder()
                            .setRequestId(UUID.randomUUID().toString())
                            .setRunId(run.getId())
                            .build())
                    .getVersion();
            AccuracyTable.print(run, out);
            out.printf(
                    "Draft version %d (%s) with %d series. Release it with `./takt release %d`.%n",
                    version.getNumber(), version.getId(), version.getSeries(), version.getNumber());
        }
        return 0;
    }
}
