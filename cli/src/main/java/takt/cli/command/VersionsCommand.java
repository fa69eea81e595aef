package takt.cli.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import takt.cli.client.Connection;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.ListForecastVersionsRequest;

@Command(name = "versions", mixinStandardHelpOptions = true, description = "List forecast versions, newest first.")
public final class VersionsCommand extends ServiceCommand {

    @Override
    int run(Connection connection, PrintWriter out) {
        var versions = connection
                .within(20, ForecastVersionServiceGrpc.newBlockingStub(connection.forecast()))
                .listForecastVersions(
                        ListForecastVersionsRequest.newBuilder().setPageSize(50).build())
                .getVersionsList();
        versions.forEach(v -> out.printf(
                "%4d  %-10s %s  %d series  by %s  %s%n",
                v.getNumber(),
                v.getState().name().substring("VERSION_STATE_".length()),
                v.getBusinessDate(),
                v.getSeries(),
                v.getCreatedBy(),
                v.getId()));
        if (versions.isEmpty()) {
            out.println("There is no version yet. Maybe `./takt train`.");
        }
        return 0;
    }
}
