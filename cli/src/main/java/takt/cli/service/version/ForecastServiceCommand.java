package takt.cli.service.version;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.service.model.TrainingClient;
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
    protected int run(Connection connection, PrintWriter out) {
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
