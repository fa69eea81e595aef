package takt.cli.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import takt.cli.term.UserError;

/** What a user may say of a file, wherever files are read. */
public final class FileOptions {

    enum Decimal {
        comma,
        point
    }

    @Option(
            names = "--map",
            paramLabel = "OURS=THEIRS",
            description = "Name a column of the file, for example --map demand=Menge.")
    Map<String, String> names = new TreeMap<>();

    @Option(
            names = "--set",
            paramLabel = "COLUMN=VALUE",
            description = "Give every row a column, for example --set site=BPNS00000000OEM2.")
    Map<String, String> constants = new TreeMap<>();

    @Option(names = "--encoding", paramLabel = "NAME", description = "For example windows-1252 (default: found out).")
    @Nullable
    String encoding;

    @Option(names = "--separator", paramLabel = "C", description = "One character, or tab (default: found out).")
    @Nullable
    String separator;

    @Option(names = "--decimal", paramLabel = "MARK", description = "${COMPLETION-CANDIDATES} (default: found out).")
    @Nullable
    Decimal decimal;

    @Option(
            names = "--date-format",
            paramLabel = "FORM",
            description = "Of all dates, for example dd/MM/yyyy (default: found out).")
    @Nullable
    String dateFormat;

    @Option(
            names = "--same-key",
            paramLabel = "HOW",
            description =
                    "Several rows about the same thing: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, none of them is taken).")
    SameKey sameKey = SameKey.refuse;

    public Columns columns() {
        return new Columns(names, constants);
    }

    public Asked asked() {
        if (separator != null && separator.length() != 1 && !separator.equals("tab")) {
            throw new UserError("The separator (%s) must be one character, or tab.".formatted(separator));
        }
        try {
            return new Asked(
                    encoding == null ? null : Charset.forName(encoding),
                    separator == null ? null : separator.equals("tab") ? '\t' : separator.charAt(0),
                    decimal == null ? null : decimal == Decimal.comma,
                    dateFormat,
                    sameKey);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UserError("There is no encoding (%s).\nMaybe UTF-8, UTF-16 or windows-1252.".formatted(encoding));
        }
    }
}
