package takt.ui;

import at.favre.lib.crypto.bcrypt.BCrypt;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The logins of the local stack: `name,role,partner,hash` a line. With OIDC in front it is not used. */
@ApplicationScoped
public class LoginFile {

    /** A login without its password. */
    public record Login(String name, String role, String partner) {}

    /** Of no password: who asks for a name that is not there waits as long as for a wrong password. */
    private static final String NOBODY = BCrypt.withDefaults().hashToString(10, new char[] {'-'});
    /** What bcrypt looks at. */
    private static final int LONGEST = 71;

    private final Path file;

    LoginFile(@ConfigProperty(name = "takt.logins") Path file) {
        this.file = file;
    }

    /** The login when the password is right. Reads a file and computes for a while: not for an event loop. */
    Optional<Login> check(String name, String password) {
        Optional<String[]> line = line(name);
        boolean isRight = isRight(password, line.map(cells -> cells[3]).orElse(NOBODY));
        return line.filter(cells -> isRight).map(cells -> new Login(cells[0], cells[1], cells[2]));
    }

    private Optional<String[]> line(String name) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> line.split(",", -1))
                            .filter(cells -> cells.length == 4 && cells[0].equals(name))
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that holds no hash opens for nobody: `takt up` makes one of it. */
    private static boolean isRight(String password, String hash) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST
                && BCrypt.verifyer().verify(bytes, hash.getBytes(StandardCharsets.UTF_8)).verified;
    }
}
