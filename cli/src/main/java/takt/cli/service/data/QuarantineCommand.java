package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.service.data.QuarantineClient.Place;
import takt.proto.ingest.v1.ReplayQuarantineResponse;

@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description =
                "Look after rows that were kept out. Rows of the forecast service are F1, F2, ..., those of the network S1, S2, ...",
        subcommands = {
            QuarantineList.class,
            QuarantineCommand.Show.class,
            FixRow.class,
            QuarantineCommand.Replay.class,
            QuarantineCommand.Dismiss.class
        })
public final class QuarantineCommand {

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Show a row, cell by cell.")
    static final class Show extends ServiceCommand {

        @Parameters(paramLabel = "ROW")
        String row = "";

        @Override
        protected int run(Connection connection, PrintWriter out) {
            RowNumber number = RowNumber.parse(row);
            QuarantineTables.show(number, new QuarantineClient(connection).row(number), out);
            return 0;
        }
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "Judge open rows again by what is known now and let the good ones in.")
    static final class Replay extends ServiceCommand {

        @picocli.CommandLine.Mixin
        RowChoice which = new RowChoice();

        /** Exit status 0 when no row stays open, 3 otherwise. */
        @Override
        protected int run(Connection connection, PrintWriter out) {
            QuarantineClient client = new QuarantineClient(connection);
            List<QuarantineClient.Counted> open = client.counts().stream()
                    .filter(c -> which.kind.isEmpty() || c.count().getKind().equals(Kinds.code(which.kind)))
                    .toList();
            long left = 0;
            for (Place place : open.stream()
                    .map(c -> new Place(c.service(), c.count().getKind()))
                    .distinct()
                    .toList()) {
                ReplayQuarantineResponse answer = client.replay(place, which.filter(place.kind()));
                QuarantineTables.replayed(place, answer, out);
                left += answer.getStillRejected();
            }
            if (open.isEmpty()) {
                out.println("No such row is open.");
            }
            return left == 0 ? 0 : 3;
        }
    }

    @Command(name = "dismiss", mixinStandardHelpOptions = true, description = "Set rows aside for good.")
    static final class Dismiss extends ServiceCommand {

        @Parameters(arity = "1..*", paramLabel = "ROW")
        List<String> rows = List.of();

        @Option(names = "--note", required = true, paramLabel = "TEXT", description = "Why, 1 to 500 characters.")
        String note = "";

        @Override
        protected int run(Connection connection, PrintWriter out) {
            List<RowNumber> numbers = rows.stream().map(RowNumber::parse).toList();
            out.printf("%d rows set aside.%n", new QuarantineClient(connection).dismiss(numbers, note));
            return 0;
        }
    }
}
