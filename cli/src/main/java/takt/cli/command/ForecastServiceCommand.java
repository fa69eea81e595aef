package takt.cli.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import takt.cli.client.Connection;
import takt.cli.client.TrainingClient;
import takt.proto.forecast.v1.GetModelRequest;
import takt.proto.forecast.v1.ModelServiceGrpc;

@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = "Forecast a draft version from the newest data with the champion, or another model.")
public final class ForecastServiceCommand extends ServiceCommand {

    @Option(names = "--model", paramLabel = "NUMBER", description = "See `takt models list` (default: the champion).")
    int model;

    @Override
    int run(Connection connection, PrintWriter out) {
        String run = connection
                .within(60, ModelServiceGrpc.newBlockingStub(connection.forecast()))
                .getModel(GetModelRequest.newBuilder().setNumber(model).build())
                .getModel()
                .getRun()
                .getId();
        TrainingClient.print(new TrainingClient(connection).forecast(run), out);
        return 0;
    }
}
