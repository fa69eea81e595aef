package takt.cli.source;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import takt.cli.term.UserError;

/** Columns of a source, saved under its name and kind. */
public final class SavedColumns {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final String MAP = "map.";
    private static final String SET = "set.";

    private final Path file;

    public SavedColumns(Path folder, String source, String kind) {
        if (!NAME.matcher(source).matches()) {
            throw new UserError(
                    "The source (%s) must be 1 to 60 letters, digits or ._- and begin with a letter or digit."
                            .formatted(source));
        }
        this.file = folder.resolve(source + "." + kind + ".properties");
    }

    /** None for a source that was never saved. */
    public Columns load() {
        if (!Files.exists(file)) {
            return Columns.AS_THEY_ARE;
        }
        Properties saved = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            saved.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("The saved columns (%s) cannot be read: %s".formatted(file, e.getMessage()));
        }
        return new Columns(part(saved, MAP), part(saved, SET));
    }

    public void save(Columns columns) {
        Properties saved = new Properties();
        columns.names().forEach((ours, theirs) -> saved.setProperty(MAP + ours, theirs));
        columns.constants().forEach((column, value) -> saved.setProperty(SET + column, value));
        try {
            Files.createDirectories(file.getParent());
            try (Writer out = Files.newBufferedWriter(file)) {
                saved.store(out, null);
            }
        } catch (IOException e) {
            throw new UserError("The columns (%s) cannot be saved: %s".formatted(file, e.getMessage()));
        }
    }

    private static Map<String, String> part(Properties saved, String prefix) {
        Map<String, String> part = new TreeMap<>();
        saved.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> part.put(name.substring(prefix.length()), saved.getProperty(name)));
        return part;
    }
}
