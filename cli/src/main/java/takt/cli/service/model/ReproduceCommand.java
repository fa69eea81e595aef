package takt.cli.service.model;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.proto.forecast.v1.GetModelRequest;
import takt.proto.forecast.v1.RunKind;
import takt.proto.forecast.v1.StartTrainingRunRequest;
import takt.proto.forecast.v1.TrainingRun;

@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = "Train a model again from the facts as known then, and compare bit by bit.",
        exitCodeListHeading = "Exit status: ",
        exitCodeList = {"0:all the same", "3:something differs"})
final class ReproduceCommand extends ServiceCommand {

    @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "Default: the champion.")
    int number;

    @Override
    protected int run(Connection connection, PrintWriter out) {
        String subject = ModelsCommand.stub(connection, 60)
                .getModel(GetModelRequest.newBuilder().setNumber(number).build())
                .getModel()
                .getRun()
                .getId();
        TrainingRun run = new TrainingClient(connection)
                .perform(
                        StartTrainingRunRequest.newBuilder()
                                .setKind(RunKind.RUN_KIND_REPRODUCE)
                                .setSubjectRunId(subject),
                        out);
        return ModelTables.reproduction(run, out) ? 0 : 3;
    }
}
