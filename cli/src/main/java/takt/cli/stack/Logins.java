package takt.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import takt.cli.UserError;

/** The logins of the local stack, one `name,role,partner,password` a line in a file only its owner may read. */
public final class Logins {

    private final Path file;

    public Logins(StackLayout layout) {
        this.file = layout.keys().resolve("logins.csv");
    }

    /** Adds the logins that are not there yet; those that are keep their password. */
    public void ensure(Map<String, String> suppliersByName, String oem) {
        Map<String, Login> logins = new TreeMap<>(all().stream().collect(Collectors.toMap(Login::name, l -> l)));
        for (String role : List.of("planner", "data-scientist", "operator")) {
            logins.putIfAbsent(role, new Login(role, role, oem, Secrets.password()));
        }
        suppliersByName.forEach((name, partner) -> {
            String login = name.toLowerCase(Locale.ROOT).replace(' ', '-');
            logins.putIfAbsent(login, new Login(login, "supplier", partner, Secrets.password()));
        });
        Secrets.write(
                file,
                logins.values().stream()
                        .map(l -> String.join(",", l.name(), l.role(), l.partner(), l.password()))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    public List<Login> all() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Logins::parse).toList()
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

    private static Login parse(String line) {
        String[] cells = line.split(",", -1);
        return new Login(cells[0], cells[1], cells[2], cells[3]);
    }
}
