package takt.ui.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import takt.ui.bridge.Service;

/**
 * Somebody at a page.
 *
 * @param key the same for all pages of somebody with the same rights, and for nobody else
 * @param services whose feeds it may follow
 * @param token good until the instant
 */
public record Person(String key, List<Service> services, String token, Instant until) {

    /** Who sees all. */
    public static final Set<String> HOUSE = Set.of("planner", "operator", "data-scientist");

    public static final Set<String> EVERYBODY = Set.of("planner", "operator", "data-scientist", "supplier");

    public static Person of(JsonWebToken token) {
        Set<String> roles = new TreeSet<>(token.getGroups());
        String who = token.getName() + "\n" + roles + "\n"
                + token.<String>claim("partner").orElse("");
        return new Person(
                UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8)).toString(),
                roles.stream().anyMatch(HOUSE::contains)
                        ? List.of(Service.values())
                        : List.of(Service.SHARING, Service.CAPACITY),
                token.getRawToken(),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
