package takt.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that bytecode does not show: words, reasons, calls that nobody makes, files that nobody can hold in mind. */
class HouseRulesTest {

    private static final Path ROOT = Path.of("..");
    private static final int LONGEST = 200;

    /** Mathematics that is one thought; the numbers may only fall. */
    private static final Map<String, Integer> LONGER = Map.of(
            "EtsFit", 306, // all exponential smoothing forms in one recursion
            "ScheduleDriven", 235, // learning, leads and ratios share what was planned when
            "Intermittent", 216, // Croston, SBA and TSB differ in a line each
            "Explosion", 215); // one pass from needs to deliveries

    private static List<Path> files(Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> Stream.of(".git", "target", "node_modules")
                            .noneMatch(folder -> file.toString().contains("/" + folder + "/")))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMain(Path file) {
        return file.toString().contains("/src/main/java/") && file.toString().endsWith(".java");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    @Test
    void aFileHasTwoHundredLinesAtMostUnlessTheListSaysWhy() {
        Map<String, Long> tooLong = new TreeMap<>();
        for (Path file : files(HouseRulesTest::isMain)) {
            long lines = text(file).lines().count();
            if (lines > LONGER.getOrDefault(name(file), LONGEST)) {
                tooLong.put(name(file), lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void theGlossaryIsSortedAndSaysNoWordTwice() {
        List<String> words = text(ROOT.resolve("docs/glossary.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|")[1].strip())
                .toList();
        assertThat(words)
                .hasSizeGreaterThan(60)
                .isSortedAccordingTo(Comparator.comparing(w -> w.toLowerCase(Locale.ROOT)));
        List<String> each =
                words.stream().flatMap(word -> Stream.of(word.split(", "))).toList();
        assertThat(each).doesNotHaveDuplicates();
    }

    private static final String CODE = "\"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)\"";
    private static final List<Pattern> THROWN = Stream.of(
                    "TaktException\\(\\s*Category\\.\\w+,\\s*" + CODE,
                    "TaktException\\s*\\.(?:invalid|notFound)\\(\\s*" + CODE,
                    "(?<![A-Za-z])fault\\(\\s*(?:\"?\\w*\"?,\\s*)?" + CODE,
                    "Refused\\(\\s*" + CODE,
                    "new Rejection\\((?:[^;\"]|\"\")*?" + CODE,
                    "Unreadable\\(\\s*" + CODE)
            .map(Pattern::compile)
            .toList();

    /** Reasons that are put together, not written: an unknown part, site, line, unit or partner. */
    private static final List<String> MADE =
            List.of("PART_UNKNOWN", "SITE_UNKNOWN", "LINE_UNKNOWN", "UNIT_UNKNOWN", "PARTNER_UNKNOWN");

    @Test
    void eachReasonThatCanBeGivenStandsInTheDocument() {
        String document = text(ROOT.resolve("docs/reasons.md"));
        TreeSet<String> thrown = new TreeSet<>(MADE);
        for (Path file : files(HouseRulesTest::isMain)) {
            for (Pattern form : THROWN) {
                form.matcher(text(file)).results().forEach(found -> thrown.add(found.group(1)));
            }
        }
        assertThat(thrown).hasSizeGreaterThan(80);
        assertThat(thrown).allSatisfy(code -> assertThat(document).containsPattern("\\b" + code + "\\b"));
    }

    private static final Map<String, String> CODES = Map.of(
            "INVALID", "INVALID_ARGUMENT / 400",
            "NOT_FOUND", "NOT_FOUND / 404",
            "PRECONDITION", "FAILED_PRECONDITION / 409",
            "FORBIDDEN", "PERMISSION_DENIED / 403",
            "UNAVAILABLE", "UNAVAILABLE / 503",
            "INTERNAL", "INTERNAL / 500");

    /** What a caller does about an error hangs on its category, so the document may not say another one. */
    @Test
    void eachReasonStandsInTheDocumentWithTheCategoryItIsThrownWith() {
        Map<String, String> rows = new TreeMap<>();
        text(ROOT.resolve("docs/reasons.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| reason"))
                .map(line -> line.split("\\|"))
                .forEach(cells -> Stream.of(cells[1].strip().split(", "))
                        .forEach(code -> assertThat(rows.put(code, cells[2].strip()))
                                .as("%s stands once", code)
                                .isNull()));
        assertThat(rows).hasSizeGreaterThan(50);
        int held = 0;
        for (Path file : files(HouseRulesTest::isMain)) {
            Map<Pattern, String> forms = Map.of(
                    Pattern.compile("TaktException\\(\\s*Category\\.(\\w+),\\s*" + CODE), "",
                    Pattern.compile("TaktException\\s*\\.(invalid)\\(\\s*" + CODE), "INVALID",
                    Pattern.compile("TaktException\\s*\\.(notFound)\\(\\s*" + CODE), "NOT_FOUND");
            for (var form : forms.entrySet()) {
                for (var found : form.getKey().matcher(text(file)).results().toList()) {
                    String category = form.getValue().isEmpty() ? found.group(1) : form.getValue();
                    assertThat(rows.get(found.group(2)))
                            .as("%s in %s", found.group(2), file)
                            .contains(CODES.get(category));
                    held++;
                }
            }
        }
        assertThat(held).isGreaterThan(60);
    }

    @Test
    void everyCallOfTheContractIsMadeByAClientOrATest() {
        String callers = files(file ->
                        file.toString().endsWith(".java") || file.toString().endsWith(".js"))
                .stream()
                .filter(file -> !name(file).endsWith("Grpc"))
                .map(HouseRulesTest::text)
                .collect(Collectors.joining());
        List<String> unused = new ArrayList<>();
        for (Path proto : files(file -> file.toString().endsWith(".proto"))) {
            Pattern.compile("^  rpc (\\w+)\\(", Pattern.MULTILINE)
                    .matcher(text(proto))
                    .results()
                    .map(found -> found.group(1))
                    .filter(rpc -> !callers.contains(
                                    "." + rpc.substring(0, 1).toLowerCase(Locale.ROOT) + rpc.substring(1) + "(")
                            && !callers.contains("/" + rpc + "`") // as a script names it
                            && !callers.contains("/" + rpc + "'"))
                    .forEach(unused::add);
        }
        assertThat(unused).isEmpty();
    }
}
