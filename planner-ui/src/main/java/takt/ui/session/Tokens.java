package takt.ui.session;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Puts the token of a session in place of its id before a request is looked at. Tokens are asked of the issuer, and kept
 * until a minute before they end.
 */
@ApplicationScoped
public class Tokens {

    private static final int LEFT_SECONDS = 60;
    private static final int MOST = 10_000;
    /** Before the login is looked at. */
    private static final int BEFORE_AUTHENTICATION = 250;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    private record Held(String token, Instant until) {}

    private final Issuer issuer;
    private final String cookie;
    private final Clock clock;
    private final Map<String, Held> tokens = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    Tokens(@RestClient Issuer issuer, @ConfigProperty(name = "takt.cookie") String cookie) {
        this(issuer, cookie, Clock.systemUTC());
    }

    Tokens(Issuer issuer, String cookie, Clock clock) {
        this.issuer = issuer;
        this.cookie = cookie;
        this.clock = clock;
    }

    void filter(@Observes io.quarkus.vertx.http.runtime.filters.Filters filters) {
        filters.register(this::authorise, BEFORE_AUTHENTICATION);
    }

    /** Nobody brings a token of his own to the page: only a session has one. */
    private void authorise(RoutingContext call) {
        call.request().headers().remove("Authorization");
        Optional<String> id = Optional.ofNullable(call.request().getCookie(cookie))
                .map(Cookie::getValue)
                .filter(value -> ID.matcher(value).matches());
        Optional<String> held = id.flatMap(this::held);
        if (id.isEmpty() || held.isPresent()) {
            goOn(call, held);
            return;
        }
        call.request().pause(); // its body waits for the answer
        Context context = Vertx.currentContext();
        issuer.token(new Issuer.Session(id.get()))
                .subscribe()
                .with(
                        answer -> context.runOnContext(v -> answered(call, id.get(), answer)),
                        failure -> context.runOnContext(v -> unavailable(call)));
    }

    private void answered(RoutingContext call, String id, RestResponse<Issuer.Issued> answer) {
        if (answer.getStatus() == 200) {
            hold(id, answer.getEntity());
        } else if (answer.getStatus() != 404) {
            unavailable(call);
            return;
        }
        call.request().resume();
        goOn(call, held(id));
    }

    private static void goOn(RoutingContext call, Optional<String> token) {
        token.ifPresent(t -> call.request().headers().set("Authorization", "Bearer " + t));
        call.next();
    }

    /** A caller whom nobody can be asked about is neither let in nor told that he is logged out. */
    private static void unavailable(RoutingContext call) {
        call.request().resume();
        call.response()
                .setStatusCode(503)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Retry-After", "2")
                .end("{\"title\":\"UNAVAILABLE\",\"status\":503,\"detail\":\"" + LoginResource.NO_ISSUER + "\"}");
    }

    synchronized void hold(String id, Issuer.@Nullable Issued issued) {
        if (issued != null && issued.token() != null) {
            tokens.put(id, new Held(issued.token(), clock.instant().plusSeconds(issued.seconds() - LEFT_SECONDS)));
        }
    }

    synchronized void drop(String id) {
        tokens.remove(id);
    }

    /** A token that is good for a minute at least. */
    synchronized Optional<String> held(String id) {
        return Optional.ofNullable(tokens.get(id))
                .filter(held -> held.until().isAfter(clock.instant()))
                .map(Held::token);
    }
}
