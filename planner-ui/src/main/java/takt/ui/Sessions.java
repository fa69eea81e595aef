package takt.ui;

import io.smallrye.jwt.build.Jwt;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in at the page. The browser holds an id that says nothing; the token with which the services are called
 * stays here, lives some minutes and is made anew as long as the session lasts. Logging out ends the session at once,
 * and with it whatever a copied cookie could do. A page that is started again knows nobody: people log in again.
 */
@ApplicationScoped
public class Sessions {

    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofHours(4);
    static final Duration TOKEN = Duration.ofMinutes(5);
    private static final Duration LEFT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    /** Before the login is looked at. */
    private static final int BEFORE_AUTHENTICATION = 250;

    private static final class Session {
        final LoginFile.Login login;
        final Instant began;
        Instant seen;
        String token = "";
        Instant tokenEnds = Instant.EPOCH;

        Session(LoginFile.Login login, Instant began) {
            this.login = login;
            this.began = began;
            this.seen = began;
        }
    }

    private final Clock clock;
    private final String cookie;
    private final Function<LoginFile.Login, String> signer;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    Sessions(
            @ConfigProperty(name = "takt.cookie") String cookie,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
        this(cookie, login -> sign(login, issuer), Clock.systemUTC());
    }

    Sessions(String cookie, Function<LoginFile.Login, String> signer, Clock clock) {
        this.cookie = cookie;
        this.signer = signer;
        this.clock = clock;
    }

    void filter(@Observes io.quarkus.vertx.http.runtime.filters.Filters filters) {
        filters.register(
                call -> {
                    authorise(call);
                    call.next();
                },
                BEFORE_AUTHENTICATION);
    }

    /** Nobody brings a token of his own to the page: only a session has one. */
    private void authorise(RoutingContext call) {
        call.request().headers().remove("Authorization");
        Cookie found = call.request().getCookie(cookie);
        token(found == null ? null : found.getValue())
                .ifPresent(token -> call.request().headers().set("Authorization", "Bearer " + token));
    }

    /** The id of a new session. */
    synchronized String open(LoginFile.Login login) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(id, new Session(login, clock.instant()));
        return id;
    }

    synchronized void close(@Nullable String id) {
        sessions.remove(id);
    }

    /** A token for a session; empty when it has ended, or never was. */
    synchronized Optional<String> token(@Nullable String id) {
        Session session = sessions.get(id);
        Instant now = clock.instant();
        if (session == null) {
            return Optional.empty();
        }
        if (!session.began.plus(LONGEST).isAfter(now)
                || !session.seen.plus(IDLE).isAfter(now)) {
            sessions.remove(id);
            return Optional.empty();
        }
        session.seen = now;
        if (!session.tokenEnds.minus(LEFT).isAfter(now)) {
            session.token = signer.apply(session.login);
            session.tokenEnds = now.plus(TOKEN);
        }
        return Optional.of(session.token);
    }

    private static String sign(LoginFile.Login login, String issuer) {
        var claims = Jwt.issuer(issuer)
                .audience("takt")
                .subject(login.name())
                .upn(login.name())
                .groups(Set.of(login.role()))
                .expiresIn(TOKEN);
        if (!login.partner().isEmpty()) {
            claims.claim("partner", login.partner());
        }
        return claims.sign();
    }
}
