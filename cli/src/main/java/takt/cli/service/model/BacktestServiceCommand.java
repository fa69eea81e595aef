package takt.cli.service.model;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.proto.forecast.v1.RunKind;
import takt.proto.forecast.v1.StartTrainingRunRequest;

@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Hold every model against past origins on the data of the service; no model is kept.")
public final class BacktestServiceCommand extends ServiceCommand {

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "NAME",
            description = "Models that are compared (default: all).")
    List<String> models = List.of();

    @Option(names = "--by-segment", description = "One table per segment too, at the newest origin.")
    boolean bySegment;

    @Override
    protected int run(Connection connection, PrintWriter out) {
        AccuracyTable.backtest(
                new TrainingClient(connection)
                        .perform(
                                StartTrainingRunRequest.newBuilder()
                                        .setKind(RunKind.RUN_KIND_BACKTEST)
                                        .addAllModels(models),
                                out),
                bySegment,
                out);
        return 0;
    }
}
