package takt.cli.stack.issuer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import takt.cli.stack.Login;

/**
 * Who is logged in at the page. Who logged in has an id that says nothing; as long as his session lasts, it is worth a
 * token of some minutes. Logging out ends the session at once, and with it whatever a copied id could do. An issuer that is
 * started again knows nobody: people log in again.
 */
final class Sessions {

    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofHours(4);
    static final Duration TOKEN = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private static final class Session {
        final Login login;
        final Instant began;
        Instant seen;

        Session(Login login, Instant began) {
            this.login = login;
            this.began = began;
            this.seen = began;
        }
    }

    private final Function<Login, String> signer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    /** @param signer makes a token that lives for {@link #TOKEN} */
    Sessions(Function<Login, String> signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /** The id of a new session, 43 characters of base64url. */
    synchronized String open(Login login) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(id, new Session(login, clock.instant()));
        return id;
    }

    synchronized void close(String id) {
        sessions.remove(id);
    }

    /** A fresh token for a session; empty when it has ended, or never was. */
    Optional<String> token(String id) {
        return seen(id).map(signer);
    }

    private synchronized Optional<Login> seen(String id) {
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
        return Optional.of(session.login);
    }
}
