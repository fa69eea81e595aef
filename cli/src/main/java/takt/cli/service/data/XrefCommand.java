package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.Grid;
import takt.cli.term.Output;
import takt.proto.ingest.v1.CodeKind;
import takt.proto.ingest.v1.CrossReference;
import takt.proto.ingest.v1.CrossReferenceRule;
import takt.proto.ingest.v1.SpellingDifference;

@Command(
        name = "xref",
        mixinStandardHelpOptions = true,
        description =
                "Look after other codes of parts, sites, lines, units and partners. A spelling never merges by itself.",
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
        unit,
        partner
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

    private static String kind(CrossReference reference) {
        return reference.getKind().name().substring("CODE_KIND_".length()).toLowerCase(Locale.ROOT);
    }

    @Command(
            name = "suggest",
            mixinStandardHelpOptions = true,
            description = "Propose what the unknown codes in quarantine may mean.")
    static final class Suggest extends ServiceCommand {

        @Mixin
        Output output = new Output();

        @Override
        protected int run(Connection connection, PrintWriter out) {
            CrossReferenceClient.Suggestions suggestions = new CrossReferenceClient(connection).suggest();
            output.print(suggestions.all(), out, all -> table(suggestions, out));
            return 0;
        }

        private static void table(CrossReferenceClient.Suggestions suggestions, PrintWriter out) {
            suggestions
                    .all()
                    .forEach(s -> out.printf(
                            Locale.ROOT,
                            "  %s `%s` looks like `%s`, %.0f %%; %d %s. %s%n",
                            kind(s.getReference()),
                            QuarantineTables.shown(s.getReference().getCode()),
                            s.getReference().getMeans(),
                            100 * s.getLikeness(),
                            s.getRows(),
                            s.getRows() == 1 ? "row waits" : "rows wait",
                            s.getReason()));
            if (suggestions.without() > 0) {
                out.printf("  %d more codes are like nothing that is known.%n", suggestions.without());
            }
            if (suggestions.all().isEmpty()) {
                out.println("There is nothing to propose.");
            }
        }
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description =
                    "Take a code for a part, site, line, unit or partner from now on, and let the rows in that waited for it.")
    static final class Accept extends ServiceCommand {

        @Mixin
        Reference reference = new Reference();

        @Override
        protected int run(Connection connection, PrintWriter out) {
            CrossReferenceClient.Outcome outcome = new CrossReferenceClient(connection).accept(reference.message());
            out.printf("%d rows landed, %d stay in quarantine%n", outcome.landed(), outcome.stillRejected());
            return 0;
        }
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Never propose it again.")
    static final class Reject extends ServiceCommand {

        @Mixin
        Reference reference = new Reference();

        @Override
        protected int run(Connection connection, PrintWriter out) {
            long landed = new CrossReferenceClient(connection).reject(reference.message());
            out.println("It will not be proposed again."
                    + (landed > 0 ? " %d rows landed as parts of their own.".formatted(landed) : ""));
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
        protected int run(Connection connection, PrintWriter out) {
            long landed = new CrossReferenceClient(connection)
                    .rule(
                            CrossReferenceRule.newBuilder()
                                    .setKind(CodeKind.valueOf(
                                            "CODE_KIND_" + what.name().toUpperCase(Locale.ROOT)))
                                    .setDifference(SpellingDifference.valueOf("SPELLING_DIFFERENCE_"
                                            + difference.name().toUpperCase(Locale.ROOT)))
                                    .build(),
                            holds);
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

        @Mixin
        Output output = new Output();

        @Override
        protected int run(Connection connection, PrintWriter out) {
            output.print(new CrossReferenceClient(connection).rules(), out, rules -> table(rules, out));
            return 0;
        }

        private static void table(Collection<CrossReferenceRule> rules, PrintWriter out) {
            rules.forEach(rule -> out.printf(
                    "  %-7s %s%n",
                    rule.getKind().name().substring("CODE_KIND_".length()).toLowerCase(Locale.ROOT),
                    rule.getDifference()
                            .name()
                            .substring("SPELLING_DIFFERENCE_".length())
                            .toLowerCase(Locale.ROOT)));
            if (rules.isEmpty()) {
                out.println("No rule is saved; every spelling is asked about.");
            }
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List other codes and what they mean.")
    static final class ListThem extends ServiceCommand {

        @Mixin
        Output output = new Output();

        @Override
        protected int run(Connection connection, PrintWriter out) {
            output.print(new CrossReferenceClient(connection).list(), out, all -> {
                Grid grid = new Grid("what", "code", "means");
                all.forEach(r -> grid.row(kind(r), QuarantineTables.shown(r.getCode()), r.getMeans()));
                grid.print(out);
            });
            return 0;
        }
    }
}
