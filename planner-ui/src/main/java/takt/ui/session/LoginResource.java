package takt.ui.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Logs people in and out of the page. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

    /** What the login form sends. */
    public record Credentials(
            @Nullable String name, @Nullable String password) {}

    /** No session lasts longer. */
    private static final Duration LONGEST = Duration.ofHours(12);

    static final String NO_ISSUER = "Who is logged in cannot be asked at the moment. Please try again in some seconds.";

    private final Issuer issuer;
    private final Tokens tokens;
    private final Event<SessionEnded> ended;
    private final JsonWebToken token;
    private final Counter failures;
    private final Optional<LocalDate> businessDate;
    private final String cookie;
    private final boolean secure;

    LoginResource(
            @RestClient Issuer issuer,
            Tokens tokens,
            Event<SessionEnded> ended,
            JsonWebToken token,
            MeterRegistry registry,
            @ConfigProperty(name = "takt.business-date") Optional<LocalDate> businessDate,
            @ConfigProperty(name = "takt.cookie") String cookie,
            @ConfigProperty(name = "takt.cookie-secure", defaultValue = "false") boolean secure) {
        this.issuer = issuer;
        this.tokens = tokens;
        this.ended = ended;
        this.token = token;
        this.failures = registry.counter("takt_login_failures");
        this.businessDate = businessDate;
        this.cookie = cookie;
        this.secure = secure;
    }

    @POST
    @PermitAll
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> login(@Nullable Credentials credentials, @Context HttpServerRequest request) {
        String name = credentials == null ? "" : String.valueOf(credentials.name());
        String password = credentials == null ? "" : String.valueOf(credentials.password());
        String address = request.remoteAddress().hostAddress();
        return issuer.login(new Issuer.Attempt(name, password, address))
                .map(this::answer)
                .onFailure()
                .recoverWithItem(failure -> refused(503, NO_ISSUER).build());
    }

    private Response answer(RestResponse<Issuer.Issued> answer) {
        return switch (answer.getStatus()) {
            case 200 -> welcome(answer.getEntity());
            case 401 -> {
                failures.increment();
                yield refused(401, "This name and password do not belong together.")
                        .build();
            }
            case 413 -> refused(400, "This name or password is too long.").build();
            case 429 -> {
                String seconds = answer.getHeaderString("Retry-After");
                yield refused(429, "Too many wrong passwords. Please try again in %s seconds.".formatted(seconds))
                        .header("Retry-After", seconds)
                        .build();
            }
            default -> refused(503, NO_ISSUER).build();
        };
    }

    private static Response.ResponseBuilder refused(int status, String why) {
        return Response.status(status).entity(Map.of("detail", why));
    }

    @POST
    @PermitAll
    @Path("logout")
    public Uni<Response> logout(@Context HttpServerRequest request) {
        Cookie session = request.getCookie(cookie);
        NewCookie none = cookie("", 0);
        if (session == null) {
            return Uni.createFrom()
                    .item(Response.noContent().cookie(none, hint(0)).build());
        }
        tokens.drop(session.getValue());
        ended.fire(new SessionEnded(session.getValue()));
        return issuer.logout(new Issuer.Session(session.getValue()))
                .map(answer -> Response.noContent().cookie(none, hint(0)).build())
                .onFailure()
                .recoverWithItem(
                        failure -> refused(503, NO_ISSUER).cookie(none, hint(0)).build());
    }

    /** Who it is, and which day it is for the services: a browser's clock may be another. */
    @GET
    @Authenticated
    @Path("me")
    public Map<String, Object> me() {
        return Map.of(
                "name",
                token.getName(),
                "roles",
                token.getGroups(),
                "partner",
                token.<String>claim("partner").orElse(""),
                "today",
                businessDate.orElseGet(() -> LocalDate.now(ZoneOffset.UTC)).toString());
    }

    private Response welcome(Issuer.Issued issued) {
        String id = Objects.requireNonNull(issued.id());
        tokens.hold(id, issued);
        return Response.ok(Map.of("name", Objects.requireNonNull(issued.name())))
                .cookie(cookie(id, (int) LONGEST.toSeconds()), hint((int) LONGEST.toSeconds()))
                .build();
    }

    private NewCookie cookie(String value, int maxAge) {
        return cookie(cookie, value, maxAge, true);
    }

    /** Tells the page's script that somebody may be logged in, in any tab; it says nothing else and opens nothing. */
    private NewCookie hint(int maxAge) {
        return cookie(cookie + "-in", maxAge == 0 ? "" : "1", maxAge, false);
    }

    private NewCookie cookie(String name, String value, int maxAge, boolean isHidden) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(isHidden)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
