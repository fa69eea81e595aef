package takt.samples;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A CSV file in the making. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String header) {
        lines.add(header);
    }

    void row(Object... cells) {
        lines.add(Stream.of(cells).map(Object::toString).collect(Collectors.joining(",")));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    void write(Path file) throws IOException {
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write(text());
        }
    }
}
