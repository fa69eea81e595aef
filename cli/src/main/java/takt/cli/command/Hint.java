package takt.cli.command;

import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import takt.cli.UserError;
import takt.cli.source.Columns;

/** What may help when a service refuses a file. */
final class Hint {

    private static final Pattern LACKS = Pattern.compile("lacks \\[([^\\]]*)\\]");

    private Hint() {}

    /** A refusal of the header, with the options that would mend it; any other failure stays as it is. */
    static RuntimeException columns(StatusRuntimeException failure, List<String> header) {
        Matcher lacks = LACKS.matcher(String.valueOf(failure.getStatus().getDescription()));
        if (!lacks.find()) {
            return failure;
        }
        List<String> theirs =
                new ArrayList<>(header.stream().filter(c -> !Columns.isOurs(c)).toList());
        List<String> options = new ArrayList<>();
        for (String missing : Arrays.asList(lacks.group(1).split(", (?!month|day)"))) {
            String ours = missing.startsWith("one of ") ? "week" : missing;
            options.add(
                    theirs.isEmpty() || ours.equals("site") || ours.equals("part")
                            ? "--set %s=...".formatted(ours)
                            : "--map %s=%s".formatted(ours, theirs.remove(0)));
        }
        return new UserError("%s%nMaybe a column has another name, or all rows share a value: %s"
                .formatted(failure.getStatus().getDescription(), String.join(" ", options)));
    }
}
