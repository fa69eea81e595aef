package takt.cli.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/** What the keeper had to start again since the stack was started, for `takt status`. */
final class Restarts {

    private final Path file;
    private final Properties said = new Properties();

    Restarts(StackLayout layout) {
        this.file = layout.state().resolve("run").resolve("restarts.properties");
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    said.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void started(String part, Instant at) {
        said.setProperty(part + ".times", String.valueOf(times(part) + 1));
        said.setProperty(part + ".last", at.toString());
        said.remove(part + ".problem");
        store();
    }

    void failed(String part, String problem) {
        said.setProperty(part + ".problem", problem);
        store();
    }

    int times(String part) {
        return Integer.parseInt(said.getProperty(part + ".times", "0"));
    }

    /** Empty for a part that never died. */
    String words(String part) {
        String problem = said.getProperty(part + ".problem", "");
        String again = times(part) == 0
                ? ""
                : ", started again %d times, last at %s".formatted(times(part), said.getProperty(part + ".last"));
        return again
                + (problem.isEmpty()
                        ? ""
                        : ", cannot be started: " + problem.lines().findFirst().orElse(""));
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void store() {
        try {
            StringWriter text = new StringWriter();
            said.store(text, null);
            Secrets.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
