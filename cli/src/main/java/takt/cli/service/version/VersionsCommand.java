package takt.cli.service.version;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.Grid;
import takt.cli.term.Output;
import takt.proto.forecast.v1.ForecastVersion;
import takt.proto.forecast.v1.ForecastVersionServiceGrpc;
import takt.proto.forecast.v1.ListForecastVersionsRequest;

@Command(name = "versions", mixinStandardHelpOptions = true, description = "List forecast versions, newest first.")
public final class VersionsCommand extends ServiceCommand {

    @Mixin
    Output output = new Output();

    @Override
    protected int run(Connection connection, PrintWriter out) {
        var versions = connection
                .within(60, ForecastVersionServiceGrpc.newBlockingStub(connection.forecast()))
                .listForecastVersions(
                        ListForecastVersionsRequest.newBuilder().setPageSize(50).build())
                .getVersionsList();
        output.print(versions, out, all -> table(all, out));
        return 0;
    }

    private static void table(Collection<ForecastVersion> versions, PrintWriter out) {
        Grid grid = new Grid(">version", "state", "date", ">series", "by", "id");
        versions.forEach(v -> grid.row(
                String.valueOf(v.getNumber()),
                v.getState().name().substring("VERSION_STATE_".length()),
                v.getBusinessDate(),
                String.format(Locale.ROOT, "%,d", v.getSeries()),
                v.getCreatedBy(),
                v.getId()));
        if (versions.isEmpty()) {
            out.println("There is no version yet. Maybe `./takt train`.");
        } else {
            grid.print(out);
        }
    }
}
