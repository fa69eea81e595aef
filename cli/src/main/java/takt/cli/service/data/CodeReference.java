package takt.cli.service.data;

import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import takt.proto.ingest.v1.CodeKind;
import takt.proto.ingest.v1.CrossReference;

/** A code and what it means. */
final class CodeReference {

    @Option(names = "--what", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES} (default: part)")
    XrefCommand.What what = XrefCommand.What.part;

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
