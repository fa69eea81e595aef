package takt.cli.service.data;

import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import takt.cli.source.Asked;
import takt.cli.source.ColumnAdvice;
import takt.cli.source.SameKey;
import takt.cli.term.UserError;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.Rejection;

/** What may help when a service refuses a file, or rows of it. */
final class Hint {

    private static final Pattern LACKS = Pattern.compile("lacks \\[([^\\]]*)\\]");

    private Hint() {}

    /** A refusal of the header, with the options that would mend it; any other failure stays as it is. */
    static RuntimeException columns(StatusRuntimeException failure, List<String> header) {
        Matcher lacks = LACKS.matcher(String.valueOf(failure.getStatus().getDescription()));
        if (!lacks.find()) {
            return failure;
        }
        List<String> missing = List.of(lacks.group(1).split(", (?!month|day)"));
        return new UserError("%s%nMaybe a column has another name, or all rows share a value: %s"
                .formatted(failure.getStatus().getDescription(), ColumnAdvice.options(missing, header)));
    }

    /** Options that read rows which were refused, one line each. */
    static List<String> rows(ImportReport report, Asked asked) {
        Set<String> reasons =
                report.getRejectionsList().stream().map(Rejection::getReason).collect(Collectors.toSet());
        List<String> hints = new ArrayList<>();
        if (reasons.contains("DATE_INVALID") && asked.dateFormat() == null) {
            hints.add("Dates of another form are read with --date-format, for example --date-format dd.MM.yy.");
        }
        if (reasons.contains("DUPLICATE_ROW") && asked.sameKey() == SameKey.refuse) {
            hints.add("Rows about the same thing are added up with --same-key add; --same-key last takes the last.");
        }
        return hints;
    }
}
