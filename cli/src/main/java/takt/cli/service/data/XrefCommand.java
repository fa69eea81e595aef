package takt.cli.service.data;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import takt.cli.service.Connection;
import takt.cli.service.ServiceCommand;
import takt.cli.term.Grid;
import takt.cli.term.Output;
import takt.proto.ingest.v1.CrossReference;

@Command(
        name = "xref",
        mixinStandardHelpOptions = true,
        description =
                "Look after other codes of parts, sites, lines, units and partners. A spelling never merges by itself.",
        subcommands = {
            SuggestCodes.class,
            XrefCommand.Accept.class,
            XrefCommand.Reject.class,
            XrefCommand.ListThem.class,
            XrefCommand.Allow.class,
            XrefCommand.Forbid.class,
            RulesCommand.class
        })
public final class XrefCommand {

    enum What {
        part,
        site,
        line,
        unit,
        partner
    }

    static String kind(CrossReference reference) {
        return reference.getKind().name().substring("CODE_KIND_".length()).toLowerCase(Locale.ROOT);
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description =
                    "Take a code for a part, site, line, unit or partner from now on, and let the rows in that waited for it.")
    static final class Accept extends ServiceCommand {

        @Mixin
        CodeReference reference = new CodeReference();

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
        CodeReference reference = new CodeReference();

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

    @Command(
            name = "allow",
            mixinStandardHelpOptions = true,
            description =
                    "Save a rule: a code that is like one known code only, and differs so, is taken for it without asking.")
    static final class Allow extends RuleCommand {
        Allow() {
            super(true);
        }
    }

    @Command(name = "forbid", mixinStandardHelpOptions = true, description = "End a rule.")
    static final class Forbid extends RuleCommand {
        Forbid() {
            super(false);
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
