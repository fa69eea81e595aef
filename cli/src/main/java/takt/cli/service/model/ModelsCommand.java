package takt.cli.service.model;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.Output;
import takt.proto.forecast.v1.CompareModelsRequest;
import takt.proto.forecast.v1.GetModelRequest;
import takt.proto.forecast.v1.ListModelsRequest;
import takt.proto.forecast.v1.Model;
import takt.proto.forecast.v1.ModelServiceGrpc;
import takt.proto.forecast.v1.ModelServiceGrpc.ModelServiceBlockingStub;
import takt.proto.forecast.v1.RollbackModelRequest;

@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Look after model versions: what training runs made.",
        subcommands = {
            ModelsCommand.ListThem.class,
            ModelsCommand.Show.class,
            ModelsCommand.Compare.class,
            PromoteCommand.class,
            ModelsCommand.Rollback.class,
            ReproduceCommand.class
        })
public final class ModelsCommand {

    static ModelServiceBlockingStub stub(Connection connection, int seconds) {
        return connection.within(seconds, ModelServiceGrpc.newBlockingStub(connection.forecast()));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List model versions, newest first.")
    static final class ListThem extends ServiceCommand {

        @Mixin
        Output output = new Output();

        @Override
        protected int run(Connection connection, PrintWriter out) {
            List<Model> models = stub(connection, 60)
                    .listModels(ListModelsRequest.newBuilder().setPageSize(50).build())
                    .getModelsList();
            output.print(models, out, all -> ModelTables.list(all, out));
            return 0;
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Show where a model comes from, how it did, who won, and all promotions.")
    static final class Show extends ServiceCommand {

        @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "Default: the champion.")
        int number;

        @Override
        protected int run(Connection connection, PrintWriter out) {
            ModelTables.show(
                    stub(connection, 60)
                            .getModel(GetModelRequest.newBuilder()
                                    .setNumber(number)
                                    .build()),
                    out);
            return 0;
        }
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = "Hold a challenger against the champion, series by series, with the uncertainty.")
    static final class Compare extends ServiceCommand {

        @Parameters(arity = "0..1", index = "0", paramLabel = "CHALLENGER", description = "Default: the newest model.")
        int challenger;

        @Parameters(arity = "0..1", index = "1", paramLabel = "CHAMPION", description = "Default: the champion.")
        int champion;

        @Override
        protected int run(Connection connection, PrintWriter out) {
            ModelTables.compare(
                    stub(connection, 120)
                            .compareModels(CompareModelsRequest.newBuilder()
                                    .setChampion(champion)
                                    .setChallenger(challenger)
                                    .build()),
                    out);
            return 0;
        }
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Go back to the model that was champion before the present one.")
    static final class Rollback extends ServiceCommand {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
        String reason = "";

        @Override
        protected int run(Connection connection, PrintWriter out) {
            Model model = stub(connection, 60)
                    .rollbackModel(
                            RollbackModelRequest.newBuilder().setReason(reason).build())
                    .getModel();
            out.printf("Model %d is champion again.%n", model.getNumber());
            return 0;
        }
    }
}
