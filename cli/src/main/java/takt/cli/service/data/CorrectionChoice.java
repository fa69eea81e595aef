package takt.cli.service.data;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import takt.proto.forecast.v1.CorrectionFilter;
import takt.proto.forecast.v1.CorrectionMethod;

/** CorrectionChoice corrections a command means. */
final class CorrectionChoice {

    @Option(names = "--part", paramLabel = "PART", description = "Only those of the part.")
    String part = "";

    @Option(names = "--method", paramLabel = "METHOD", description = "${COMPLETION-CANDIDATES} (default: all)")
    CorrectionsCommand.@Nullable Method method;

    CorrectionFilter filter() {
        CorrectionFilter.Builder filter = CorrectionFilter.newBuilder().setPart(part);
        if (method != null) {
            filter.setMethod(CorrectionMethod.valueOf(
                    "CORRECTION_METHOD_" + method.name().toUpperCase(Locale.ROOT)));
        }
        return filter.build();
    }
}
