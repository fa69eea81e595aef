package takt.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import takt.cli.term.UserError;

/** The token that `takt login` stored. */
public final class TokenFile {

    private final Path file;

    public TokenFile(StackLayout layout) {
        this.file = layout.state().resolve("token");
    }

    public void store(String token) {
        Secrets.write(file, token + "\n");
    }

    public boolean isThere() {
        return Files.exists(file);
    }

    public String require() {
        try {
            if (!Files.exists(file)) {
                throw new UserError("You are not logged in.\nMaybe `./takt login planner`.");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
