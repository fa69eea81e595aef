package takt.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All texts of the page stand in the catalogue, and each of them is used. */
class TextsTest {

    private static final Path APP = Path.of("src/main/resources/web/app");
    /** The same in every language. */
    private static final Set<String> NAMES = Set.of("Takt", "CSV", "XLSX", "PNG", "takt models reproduce");

    private static List<Path> scripts() throws IOException {
        try (java.util.stream.Stream<Path> all = Files.walk(APP)) {
            return all.filter(p -> p.toString().endsWith(".js"))
                    .filter(p -> !p.startsWith(APP.resolve("text")))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> catalogue(String language) throws IOException {
        return Pattern.compile("(?m)^  '?([\\w.-]+)'?:(?: |$)")
                .matcher(Files.readString(APP.resolve("text/" + language + ".js")))
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Keys as they stand in the scripts, each as a pattern: what is put together at run time may be anything. */
    private static Set<String> used() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path script : scripts()) {
            String text = Files.readString(script);
            Matcher all = Pattern.compile("\\b(?:t|isSaid)\\(\\s*(?:'([\\w.-]+)'|`([^`]+)`)|'([a-z-]+(?:\\.[a-z-]+)+)'")
                    .matcher(text);
            while (all.find()) {
                for (int group = 1; group <= 3; group++) {
                    if (all.group(group) != null) {
                        found.add(all.group(group).replaceAll("\\$\\{[^}]*}", "*"));
                    }
                }
            }
            Matcher choices =
                    Pattern.compile("t\\([^)]*\\? '([\\w.-]+)' : '([\\w.-]+)'").matcher(text);
            while (choices.find()) {
                found.add(choices.group(1));
                found.add(choices.group(2));
            }
            Matcher chosen = Pattern.compile("t\\(preference\\([^)]*\\) === '\\w+' \\? '([\\w.-]+)' : '([\\w.-]+)'")
                    .matcher(text);
            while (chosen.find()) {
                found.add(chosen.group(1));
                found.add(chosen.group(2));
            }
        }
        return found;
    }

    private static Pattern pattern(String key) {
        return Pattern.compile(java.util.Arrays.stream(key.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\w-]+")));
    }

    @Test
    void everyKeyThatIsUsedHasATextAndEveryTextIsUsed() throws IOException {
        Set<String> known = catalogue("en");
        Set<String> used = used();
        assertThat(known).hasSizeGreaterThan(200);
        assertThat(used.stream()
                        .filter(key -> !key.contains("*")
                                && !key.contains("/")
                                && !key.contains(".js")
                                && !key.endsWith(".csv"))
                        .filter(key -> Character.isLowerCase(key.charAt(0)))
                        .filter(key -> !known.contains(key))
                        .filter(key -> key.contains(".") || key.length() > 2))
                .as("keys without a text")
                .isEmpty();
        List<Pattern> patterns = used.stream().map(TextsTest::pattern).toList();
        assertThat(known.stream()
                        .filter(key ->
                                patterns.stream().noneMatch(p -> p.matcher(key).matches())))
                .as("texts that nobody says")
                .isEmpty();
    }

    /** What a template says by itself would be said in one language alone. */
    @Test
    void noTemplateHoldsATextOfItsOwn() throws IOException {
        List<String> own = new ArrayList<>();
        for (Path script : scripts()) {
            for (String template : templates(Files.readString(script))) {
                String words = template.replaceAll("<[^<>]*>", " ").replaceAll("&\\w+;", " ");
                Matcher attributes = Pattern.compile("(?:aria-label|placeholder|title|alt)=\"([^\"]*)\"")
                        .matcher(template);
                while (attributes.find()) {
                    words += " " + attributes.group(1);
                }
                for (String name : NAMES) {
                    words = words.replace(name, "");
                }
                if (Pattern.compile("\\p{L}{2,}").matcher(words).find()) {
                    own.add(script + ": " + words.strip());
                }
            }
        }
        assertThat(own).isEmpty();
    }

    /** The html templates of a script, without what they compute. */
    private static List<String> templates(String script) {
        List<String> found = new ArrayList<>();
        for (int i = script.indexOf("html`"); i >= 0; i = script.indexOf("html`", i + 1)) {
            StringBuilder text = new StringBuilder();
            int at = i + 5;
            while (script.charAt(at) != '`') {
                if (script.startsWith("${", at)) {
                    at = afterExpression(script, at + 2);
                    text.append('\u2022');
                } else {
                    text.append(script.charAt(at++));
                }
            }
            found.add(text.toString());
        }
        return found;
    }

    private static int afterExpression(String script, int from) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            char c = script.charAt(at);
            if (c == '`') {
                at = afterTemplate(script, at + 1) - 1;
            } else if (c == '\'') {
                at = script.indexOf('\'', at + 1);
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
            at++;
        }
        return at;
    }

    private static int afterTemplate(String script, int from) {
        int at = from;
        while (script.charAt(at) != '`') {
            at = script.startsWith("${", at) ? afterExpression(script, at + 2) : at + 1;
        }
        return at + 1;
    }
}
