package takt.ui;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The logins of the local stack: `name,role,partner,password` a line. With OIDC in front it is not used. */
@ApplicationScoped
public class LoginFile {

    /** A login without its password. */
    public record Login(String name, String role, String partner) {}

    private final Path file;

    LoginFile(@ConfigProperty(name = "takt.logins") Path file) {
        this.file = file;
    }

    /** The login when the password is right; compares in constant time. Reads a file: not for an event loop. */
    Optional<Login> check(String name, String password) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> line.split(",", -1))
                            .filter(cells -> cells.length == 4 && cells[0].equals(name) && same(cells[3], password))
                            .map(cells -> new Login(cells[0], cells[1], cells[2]))
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
