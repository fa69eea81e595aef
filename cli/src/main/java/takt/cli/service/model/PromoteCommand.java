package takt.cli.service.model;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.proto.forecast.v1.Model;
import takt.proto.forecast.v1.PromoteModelRequest;

@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        description = "Make a model the champion: it forecasts when no other is named.")
final class PromoteCommand extends ServiceCommand {

    @Parameters(paramLabel = "NUMBER", description = "See `takt models list`.")
    int number;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    String reason = "";

    @Override
    protected int run(Connection connection, PrintWriter out) {
        Model model = ModelsCommand.stub(connection, 60)
                .promoteModel(PromoteModelRequest.newBuilder()
                        .setNumber(number)
                        .setReason(reason)
                        .build())
                .getModel();
        out.printf("Model %d is champion.%n", model.getNumber());
        return 0;
    }
}
