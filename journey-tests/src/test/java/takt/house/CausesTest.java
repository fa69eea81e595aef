package takt.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import takt.proto.cause.CauseWords;

/** Every cause has words in English, words on the page and a line in the document, and none of them has another. */
class CausesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE = Pattern.compile("[A-Z]+(?:_[A-Z]+)*");
    private static final Pattern ENTRY =
            Pattern.compile("^  ([A-Z]+(?:_[A-Z]+)*): (?:heldOut|scheduled|yearEnd|\\()", Pattern.MULTILINE);

    private static TreeSet<String> inTheCode() {
        Path[] folders = Stream.of("forecast-engine", "forecast-service")
                .map(module -> ROOT.resolve(module).resolve("target/classes"))
                .toArray(Path[]::new);
        return new ClassFileImporter()
                .importPaths(folders).stream()
                        .filter(c -> c.getInterfaces().stream()
                                .anyMatch(i -> i.toErasure().getSimpleName().endsWith("Cause")))
                        .map(JavaClass::getSimpleName)
                        .map(name -> name.replaceAll("(?<=.)(?=\\p{Lu})", "_").toUpperCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> found(Stream<String> texts, Predicate<String> wanted) {
        return texts.filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void codeWordsPageAndDocumentKnowTheSameCauses() throws IOException {
        TreeSet<String> causes = inTheCode();
        assertThat(causes).hasSizeGreaterThan(20);
        assertThat(new TreeSet<>(CauseWords.codes())).isEqualTo(causes);
        String page = Files.readString(ROOT.resolve("planner-ui/src/main/resources/web/app/text/causes.en.js"));
        assertThat(found(ENTRY.matcher(page).results().map(m -> m.group(1)), code -> true))
                .isEqualTo(causes);
        Stream<String> firstCells = Files.readAllLines(ROOT.resolve("docs/causes.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| code"))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell -> Stream.of(cell.strip().split(", ")));
        assertThat(found(firstCells, CODE.asMatchPredicate())).isEqualTo(causes);
    }
}
