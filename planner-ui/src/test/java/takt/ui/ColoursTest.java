package takt.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Colours that stand on each other can be told apart: text 4.5 to 1, marks 3 to 1.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2: contrast ratio</a>
 */
class ColoursTest {

    private static final Path TOKENS = Path.of("src/main/resources/web/app/tokens.css");

    private static Map<String, String> tokens(String css, String block) {
        Matcher body = Pattern.compile(Pattern.quote(block) + " \\{([^}]*)}").matcher(css);
        assertThat(body.find()).as(block).isTrue();
        Map<String, String> found = new TreeMap<>();
        Matcher all = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});").matcher(body.group(1));
        while (all.find()) {
            found.put(all.group(1), all.group(2));
        }
        return found;
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21, org.assertj.core.api.Assertions.within(0.001));
    }

    @Test
    void eachPairOfTheListCanBeToldApartInLightAndInDark() throws IOException {
        String css = Files.readString(TOKENS);
        Map<String, String> light = tokens(css, ":root");
        Map<String, String> dark = new TreeMap<>(light);
        dark.putAll(tokens(css, ":root[data-theme='dark']"));
        Matcher lists = Pattern.compile("\\* (text|mark) ([\\w/ -]+)").matcher(css);
        int pairs = 0;
        while (lists.find()) {
            double least = lists.group(1).equals("text") ? 4.5 : 3;
            for (String pair : lists.group(2).strip().split(" ")) {
                String[] names = pair.split("/");
                for (Map<String, String> theme : java.util.List.of(light, dark)) {
                    assertThat(theme).containsKeys(names);
                    assertThat(contrast(theme.get(names[0]), theme.get(names[1])))
                            .as("%s %s", pair, theme == light ? "light" : "dark")
                            .isGreaterThanOrEqualTo(least);
                    pairs++;
                }
            }
        }
        assertThat(pairs).isGreaterThan(20);
    }

    /** A colour that is written anywhere else is in neither theme. */
    @Test
    void coloursStandInTheTokensAlone() throws IOException {
        try (java.util.stream.Stream<Path> scripts = Files.walk(TOKENS.getParent())) {
            for (Path script : scripts.filter(p -> p.toString().endsWith(".js")).toList()) {
                assertThat(Pattern.compile("#[0-9a-fA-F]{6}\\b|#[0-9a-fA-F]{3}\\b")
                                .matcher(Files.readString(script))
                                .results()
                                .map(r -> r.group())
                                .toList())
                        .as("%s", script)
                        .isEmpty();
            }
        }
    }
}
