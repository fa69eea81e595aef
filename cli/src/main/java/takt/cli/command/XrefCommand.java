package takt.cli.command;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.client.Connection;
import takt.cli.client.QuarantineTables;
import takt.proto.forecast.v1.AcceptCrossReferenceRequest;
import takt.proto.forecast.v1.AcceptCrossReferenceResponse;
import takt.proto.forecast.v1.CodeKind;
import takt.proto.forecast.v1.CrossReference;
import takt.proto.forecast.v1.CrossReferenceServiceGrpc;
import takt.proto.forecast.v1.CrossReferenceServiceGrpc.CrossReferenceServiceBlockingStub;
import takt.proto.forecast.v1.ListCrossReferencesRequest;
import takt.proto.forecast.v1.ListCrossReferencesResponse;
import takt.proto.forecast.v1.RejectCrossReferenceRequest;
import takt.proto.forecast.v1.SuggestCrossReferencesRequest;
import takt.proto.forecast.v1.SuggestCrossReferencesResponse;

@Command(
        name = "xref",
        mixinStandardHelpOptions = true,
        description = "Look after other codes of parts, sites, lines and units. A spelling never merges by itself.",
        subcommands = {
            XrefCommand.Suggest.class,
            XrefCommand.Accept.class,
            XrefCommand.Reject.class,
            XrefCommand.ListThem.class
        })
public final class XrefCommand {

    enum What {
        part,
        site,
        line,
        unit
    }

    /** A code and what it means. */
    static final class Reference {

        @Option(names = "--what", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES} (default: part)")
        What what = What.part;

        @Parameters(index = "0", paramLabel = "CODE", description = "As others write it.")
        String code = "";

        @Parameters(index = "1", paramLabel = "MEANS", description = "What it means by its own number or code.")
        String means = "";

        CrossReference message() {
            return CrossReference.newBuilder()
                    .setKind(CodeKind.valueOf("CODE_KIND_" + what.name().toUpperCase(Locale.ROOT)))
                    .setCode(code)
                    .setMeans(means)
                    .build();
        }
    }

    private static CrossReferenceServiceBlockingStub stub(Connection connection, int seconds) {
        return connection.within(seconds, CrossReferenceServiceGrpc.newBlockingStub(connection.forecast()));
    }

    private static String kind(CrossReference reference) {
        return reference.getKind().name().substring("CODE_KIND_".length()).toLowerCase(Locale.ROOT);
    }

    @Command(
            name = "suggest",
            mixinStandardHelpOptions = true,
            description = "Propose what the unknown codes in quarantine may mean.")
    static final class Suggest extends ServiceCommand {

        @Override
        int run(Connection connection, PrintWriter out) {
            SuggestCrossReferencesResponse answer =
                    stub(connection, 120).suggestCrossReferences(SuggestCrossReferencesRequest.getDefaultInstance());
            answer.getSuggestionsList()
                    .forEach(s -> out.printf(
                            Locale.ROOT,
                            "  %s `%s` looks like `%s`, %.0f %%; %d rows wait. %s%n",
                            kind(s.getReference()),
                            QuarantineTables.shown(s.getReference().getCode()),
                            s.getReference().getMeans(),
                            100 * s.getLikeness(),
                            s.getRows(),
                            s.getReason()));
            if (answer.getWithoutSuggestion() > 0) {
                out.printf("  %d more codes are like nothing that is known.%n", answer.getWithoutSuggestion());
            }
            if (answer.getSuggestionsCount() == 0) {
                out.println("There is nothing to propose.");
            }
            return 0;
        }
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description =
                    "Take a code for a part, site, line or unit from now on, and let the rows in that waited for it.")
    static final class Accept extends ServiceCommand {

        @Mixin
        Reference reference = new Reference();

        @Override
        int run(Connection connection, PrintWriter out) {
            AcceptCrossReferenceResponse answer = stub(connection, 1800)
                    .acceptCrossReference(AcceptCrossReferenceRequest.newBuilder()
                            .setReference(reference.message())
                            .build());
            out.printf("%d rows landed, %d stay in quarantine%n", answer.getLanded(), answer.getStillRejected());
            return 0;
        }
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Never propose it again.")
    static final class Reject extends ServiceCommand {

        @Mixin
        Reference reference = new Reference();

        @Override
        int run(Connection connection, PrintWriter out) {
            stub(connection, 20)
                    .rejectCrossReference(RejectCrossReferenceRequest.newBuilder()
                            .setReference(reference.message())
                            .build());
            out.println("It will not be proposed again.");
            return 0;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List other codes and what they mean.")
    static final class ListThem extends ServiceCommand {

        @Override
        int run(Connection connection, PrintWriter out) {
            String token = "";
            do {
                ListCrossReferencesResponse page = stub(connection, 20)
                        .listCrossReferences(ListCrossReferencesRequest.newBuilder()
                                .setPageSize(200)
                                .setPageToken(token)
                                .build());
                page.getReferencesList()
                        .forEach(r -> out.printf(
                                "  %-5s %-30s %s%n", kind(r), QuarantineTables.shown(r.getCode()), r.getMeans()));
                token = page.getNextPageToken();
            } while (!token.isEmpty());
            return 0;
        }
    }
}
