package takt.cli.command;

import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import takt.cli.UserError;
import takt.cli.source.Asked;
import takt.cli.source.Columns;
import takt.proto.type.v1.ImportReport;
import takt.proto.type.v1.Rejection;

/** What may help when a service refuses a file, or rows of it. */
final class Hint {

    private static final Pattern LACKS = Pattern.compile("lacks \\[([^\\]]*)\\]");

    /** Words by which others name our columns; a name that has one of them is proposed. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "demand", List.of("demand", "sales", "qty", "quantity", "menge", "absatz", "bedarf", "volume", "units"),
            "part", List.of("part", "material", "article", "artikel", "item", "sku", "teil"),
            "site", List.of("site", "plant", "werk", "location", "standort"),
            "week", List.of("week", "woche", "calweek"),
            "month", List.of("month", "monat", "period", "date", "datum"),
            "line", List.of("line", "model", "modell"),
            "stock", List.of("stock", "bestand", "inventory"));

    private Hint() {}

    /** A refusal of the header, with the options that would mend it; any other failure stays as it is. */
    static RuntimeException columns(StatusRuntimeException failure, List<String> header) {
        Matcher lacks = LACKS.matcher(String.valueOf(failure.getStatus().getDescription()));
        if (!lacks.find()) {
            return failure;
        }
        List<String> theirs = new ArrayList<>(header.stream()
                .filter(c -> !c.isEmpty() && !Columns.isOurs(c.toLowerCase(Locale.ROOT)))
                .toList());
        List<String> options = new ArrayList<>();
        for (String missing : Arrays.asList(lacks.group(1).split(", (?!month|day)"))) {
            options.add(option(missing, theirs));
        }
        return new UserError("%s%nMaybe a column has another name, or all rows share a value: %s"
                .formatted(failure.getStatus().getDescription(), String.join(" ", options)));
    }

    /** A column is named only where its name says what it is; which of the others it may be nobody knows. */
    private static String option(String missing, List<String> theirs) {
        List<String> wanted = missing.startsWith("one of ") ? List.of("week", "month") : List.of(missing);
        for (String ours : wanted) {
            Optional<String> found = theirs.stream()
                    .filter(c -> WORDS.getOrDefault(ours, List.of()).stream()
                            .anyMatch(word -> c.toLowerCase(Locale.ROOT).contains(word)))
                    .findFirst();
            if (found.isPresent()) {
                theirs.remove(found.get());
                return "--map %s=%s".formatted(ours, quoted(found.get()));
            }
        }
        return Set.of("site", "part").contains(missing)
                ? "--set %s=...".formatted(missing)
                : "--map %s=...".formatted(wanted.get(0));
    }

    private static String quoted(String name) {
        return name.matches("[\\p{L}\\p{N}_.-]+") ? name : "\"" + name + "\"";
    }

    /** Options that read rows which were refused, one line each. */
    static List<String> rows(ImportReport report, Asked asked) {
        Set<String> reasons =
                report.getRejectionsList().stream().map(Rejection::getReason).collect(Collectors.toSet());
        List<String> hints = new ArrayList<>();
        if (reasons.contains("DATE_INVALID") && asked.dateFormat() == null) {
            hints.add("Dates of another form are read with --date-format, for example --date-format dd.MM.yy.");
        }
        if (reasons.contains("DUPLICATE_ROW")) {
            hints.add("Rows about the same thing are added up with --same-key add; --same-key last takes the last.");
        }
        return hints;
    }
}
