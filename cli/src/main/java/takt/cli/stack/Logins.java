package takt.cli.stack;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import takt.cli.term.UserError;

/**
 * The logins of the local stack, one `name,role,partner,hash` a line in a file only its owner may read. A password is
 * known when it is made, and to nobody afterwards.
 */
public final class Logins {

    /** A password that was just made. */
    public record Fresh(Login login, String password) {}

    private static final int COST = 10;
    private static final Pattern HASH = Pattern.compile("\\$2[abxy]\\$.{56}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,39}");
    private static final Pattern PARTNER = Pattern.compile("BPNL[0-9A-Z]{12}");

    public static final List<String> ROLES = List.of("planner", "data-scientist", "operator", "supplier");

    private final Path file;

    public Logins(StackLayout layout) {
        this.file = layout.keys().resolve("logins.csv");
    }

    /** Adds the logins that are not there yet, and returns them; those that are keep their password. */
    public List<Fresh> ensure(Map<String, String> suppliersByName, String oem) {
        Map<String, Login> logins = byName();
        Map<String, Supplier<Fresh>> missing = new TreeMap<>();
        for (String role : List.of("planner", "data-scientist", "operator")) {
            missing.put(role, () -> make(role, role, oem));
        }
        suppliersByName.forEach((name, partner) -> {
            String login = name.toLowerCase(Locale.ROOT).replace(' ', '-');
            missing.put(login, () -> make(login, "supplier", partner));
        });
        missing.keySet().removeAll(logins.keySet());
        List<Fresh> fresh = missing.values().parallelStream().map(Supplier::get).toList(); // a hash takes its time
        fresh.forEach(made -> logins.put(made.login().name(), made.login()));
        write(logins);
        return fresh;
    }

    /** Adds a login with a password of its own. */
    public Fresh add(String name, String role, String partner) {
        require(NAME.matcher(name).matches(), "login name", name, "letters, digits, '.', '_', '@' and '-', at most 40");
        require(ROLES.contains(role), "role", role, "one of " + ROLES);
        require(
                PARTNER.matcher(partner).matches() || partner.isEmpty() && !role.equals("supplier"),
                "partner",
                partner,
                "a BPNL such as BPNL00000000T101");
        Map<String, Login> logins = byName();
        if (logins.containsKey(name)) {
            throw new UserError("There is a login (%s) already.%nMaybe make a new password: `takt logins reset %s`."
                    .formatted(name, name));
        }
        Fresh fresh = make(name, role, partner);
        logins.put(name, fresh.login());
        write(logins);
        return fresh;
    }

    /** Gives a login another password. */
    public Fresh reset(String name) {
        Login before = require(name);
        Fresh fresh = make(name, before.role(), before.partner());
        Map<String, Login> logins = byName();
        logins.put(name, fresh.login());
        write(logins);
        return fresh;
    }

    public void remove(String name) {
        require(name);
        Map<String, Login> logins = byName();
        logins.remove(name);
        write(logins);
    }

    private static void require(boolean isRight, String what, String value, String form) {
        if (!isRight) {
            throw new UserError("The %s (%s) must be %s.".formatted(what, value, form));
        }
    }

    private static Fresh make(String name, String role, String partner) {
        String password = Secrets.password();
        return new Fresh(new Login(name, role, partner, hash(password)), password);
    }

    private static String hash(String password) {
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }

    private Map<String, Login> byName() {
        return new TreeMap<>(all().stream().collect(Collectors.toMap(Login::name, l -> l, (first, last) -> last)));
    }

    private void write(Map<String, Login> logins) {
        Secrets.write(
                file,
                logins.values().stream()
                        .map(l -> String.join(",", l.name(), l.role(), l.partner(), l.hash()))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    public List<Login> all() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .map(this::parse)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Login require(String name) {
        return find(name)
                .orElseThrow(() -> new UserError("There is no login (%s), only %s.%s"
                        .formatted(
                                name,
                                all().stream().map(Login::name).toList(),
                                all().isEmpty() ? "\nMaybe start the stack first: `./takt up`." : "")));
    }

    public Optional<Login> find(String name) {
        return all().stream().filter(l -> l.name().equals(name)).findFirst();
    }

    /** A line of an earlier version, or of somebody's hand, may have the password itself: it is kept as its hash. */
    private Login parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 4) {
            throw new UserError("The line (%s) of %s must be `name,role,partner,password`.".formatted(cells[0], file));
        }
        if (HASH.matcher(cells[3]).matches()) {
            return new Login(cells[0], cells[1], cells[2], cells[3]);
        }
        if (cells[3].getBytes(StandardCharsets.UTF_8).length > 71) {
            throw new UserError("The password of (%s) in %s is longer than 71 bytes.".formatted(cells[0], file));
        }
        return new Login(cells[0], cells[1], cells[2], hash(cells[3]));
    }
}
