package takt.cli.stack.issuer;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import takt.cli.stack.Login;

/** Holds passwords against a file of logins, `name,role,partner,hash` a line. */
final class Passwords {

    /** Of no password: who asks for a name that is not there waits as long as for a wrong password. */
    private static final String NOBODY = BCrypt.withDefaults().hashToString(10, new char[] {'-'});
    /** What bcrypt looks at. */
    private static final int LONGEST = 71;

    private final Path file;

    Passwords(Path file) {
        this.file = file;
    }

    /** The login when the password is right. Reads the file, so that what was changed counts at once. */
    Optional<Login> check(String name, String password) {
        Optional<Login> login = find(name);
        boolean isRight = isRight(password, login.map(Login::hash).orElse(NOBODY));
        return login.filter(l -> isRight);
    }

    private Optional<Login> find(String name) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> line.split(",", -1))
                            .filter(cells -> cells.length == 4 && cells[0].equals(name))
                            .map(cells -> new Login(cells[0], cells[1], cells[2], cells[3]))
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
