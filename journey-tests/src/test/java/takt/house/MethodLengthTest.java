package takt.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A method fits on half a screen, or says here why it does not. */
class MethodLengthTest {

    private static final int LONGEST = 40;

    /** How long they may be; the numbers may only fall. */
    private static final Map<String, Integer> LONGER = Map.of(
            "EtsFit.run", 50, // the recursion over all buckets
            "EtsFit.runExact", 54); // the same, with what every state owes to the start

    private static Map<String, Long> longMethods(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, Long> found = new TreeMap<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                LineMap lines = unit.getLineMap();
                String name = Path.of(unit.getSourceFile().getName())
                        .getFileName()
                        .toString()
                        .replace(".java", "");
                new TreeScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                        if (method.getBody() != null) {
                            long length = lines.getLineNumber(positions.getEndPosition(unit, method))
                                    - lines.getLineNumber(positions.getStartPosition(unit, method))
                                    + 1;
                            found.merge(name + "." + method.getName(), length, Math::max);
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        }
        found.entrySet().removeIf(e -> e.getValue() <= LONGER.getOrDefault(e.getKey(), LONGEST));
        return found;
    }

    @Test
    void aMethodHasFortyLinesAtMostUnlessTheListSaysWhy() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(".."))) {
            files = all.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java")
                            && !file.toString().contains("/target/"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(600);
        assertThat(longMethods(files)).isEmpty();
    }
}
