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
import takt.proto.forecast.v1.CrossReferenceRule;
import takt.proto.forecast.v1.CrossReferenceServiceGrpc;
import takt.proto.forecast.v1.CrossReferenceServiceGrpc.CrossReferenceServiceBlockingStub;
import takt.proto.forecast.v1.ListCrossReferenceRulesRequest;
import takt.proto.forecast.v1.ListCrossReferencesRequest;
import takt.proto.forecast.v1.ListCrossReferencesResponse;
import takt.proto.forecast.v1.RejectCrossReferenceRequest;
import takt.proto.forecast.v1.SetCrossReferenceRuleRequest;
import takt.proto.forecast.v1.SpellingDifference;
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
            XrefCommand.ListThem.class,
            XrefCommand.Allow.class,
            XrefCommand.Forbid.class,
            XrefCommand.Rules.class
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

    enum Difference {
        capitals,
        usual_name,
        marks,
        leading_zeros,
        lookalikes
    }

    /** Saves or ends a rule. */
    abstract static class SetRule extends ServiceCommand {

        @Option(names = "--what", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES} (default: part)")
        What what = What.part;

        @Parameters(paramLabel = "DIFFERENCE", description = "${COMPLETION-CANDIDATES}")
        Difference difference = Difference.capitals;

        private final boolean holds;

        SetRule(boolean holds) {
            this.holds = holds;
        }

        @Override
        int run(Connection connection, PrintWriter out) {
            long landed = stub(connection, 1800)
                    .setCrossReferenceRule(SetCrossReferenceRuleRequest.newBuilder()
                            .setRule(CrossReferenceRule.newBuilder()
                                    .setKind(CodeKind.valueOf(
                                            "CODE_KIND_" + what.name().toUpperCase(Locale.ROOT)))
                                    .setDifference(SpellingDifference.valueOf("SPELLING_DIFFERENCE_"
                                            + difference.name().toUpperCase(Locale.ROOT))))
                            .setHolds(holds)
                            .build())
                    .getLanded();
            out.printf(
                    "%s: %s %s%s%n",
                    what,
                    difference.name().replace('_', ' '),
                    holds ? "need not be asked about" : "are asked about again",
                    landed > 0 ? "; %d rows landed".formatted(landed) : "");
            return 0;
        }
    }

    @Command(
            name = "allow",
            mixinStandardHelpOptions = true,
            description =
                    "Save a rule: a code that is like one known code only, and differs so, is taken for it without asking.")
    static final class Allow extends SetRule {
        Allow() {
            super(true);
        }
    }

    @Command(name = "forbid", mixinStandardHelpOptions = true, description = "End a rule.")
    static final class Forbid extends SetRule {
        Forbid() {
            super(false);
        }
    }

    @Command(name = "rules", mixinStandardHelpOptions = true, description = "List the saved rules.")
    static final class Rules extends ServiceCommand {

        @Override
        int run(Connection connection, PrintWriter out) {
            var rules = stub(connection, 20)
                    .listCrossReferenceRules(ListCrossReferenceRulesRequest.getDefaultInstance())
                    .getRulesList();
            rules.forEach(rule -> out.printf(
                    "  %-5s %s%n",
                    rule.getKind().name().substring("CODE_KIND_".length()).toLowerCase(Locale.ROOT),
                    rule.getDifference()
                            .name()
                            .substring("SPELLING_DIFFERENCE_".length())
                            .toLowerCase(Locale.ROOT)));
            if (rules.isEmpty()) {
                out.println("No rule is saved; every spelling is asked about.");
            }
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
