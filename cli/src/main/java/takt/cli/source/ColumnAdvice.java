package takt.cli.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options that would give a file the columns that it lacks. */
public final class ColumnAdvice {

    /** Words by which others name our columns; a name that has one of them is proposed. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "demand", List.of("demand", "sales", "qty", "quantity", "menge", "absatz", "bedarf", "volume", "units"),
            "part", List.of("part", "material", "article", "artikel", "item", "sku", "teil"),
            "site", List.of("site", "plant", "werk", "location", "standort"),
            "week", List.of("week", "woche", "calweek"),
            "month", List.of("month", "monat", "period", "date", "datum"),
            "line", List.of("line", "model", "modell"),
            "stock", List.of("stock", "bestand", "inventory"));

    private ColumnAdvice() {}

    /**
     * @param lacking our names; one that begins with "one of" stands for week, month or day
     * @param header as the file has it
     */
    public static String options(List<String> lacking, List<String> header) {
        List<String> theirs = new ArrayList<>(header.stream()
                .filter(c -> !c.isEmpty() && !Vocabulary.OFFLINE.columns().contains(c.toLowerCase(Locale.ROOT)))
                .toList());
        List<String> options = new ArrayList<>();
        for (String missing : lacking) {
            options.add(option(missing, theirs));
        }
        return String.join(" ", options);
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
}
