package takt.cli.service.version;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.UserError;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.ListForecastVersionsRequest;
import takt.proto.forecast.v1.ReleaseForecastVersionRequest;

@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Release a draft version; every supplier gets its publication.")
public final class ReleaseCommand extends ServiceCommand {

    @Parameters(paramLabel = "NUMBER", description = "Number of the version; see `takt versions`.")
    int number;

    @Override
    protected int run(Connection connection, PrintWriter out) {
        var stub = ForecastVersionServiceGrpc.newBlockingStub(connection.forecast());
        ForecastVersion version = connection
                .within(60, stub)
                .listForecastVersions(ListForecastVersionsRequest.newBuilder()
                        .setPageSize(200)
                        .build())
                .getVersionsList()
                .stream()
                .filter(v -> v.getNumber() == number)
                .findFirst()
                .orElseThrow(() -> new UserError("There is no version (%d) among the newest 200.".formatted(number)));
        connection
                .within(60, stub)
                .releaseForecastVersion(ReleaseForecastVersionRequest.newBuilder()
                        .setVersionId(version.getId())
                        .build());
        out.printf("Version %d is released.%n", number);
        version.getRemarksList().forEach(remark -> out.println("  " + remark));
        out.flush();
        EditionClient.print(new EditionClient(connection).await(version.getId()), out);
        return 0;
    }
}
