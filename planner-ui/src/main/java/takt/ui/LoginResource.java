package takt.ui;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Logs people in and out of the page. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

    /** What the login form sends. */
    public record Credentials(
            @Nullable String name, @Nullable String password) {}

    private final LoginFile logins;
    private final Attempts attempts;
    private final JsonWebToken token;
    private final Sessions sessions;
    private final String cookie;
    private final boolean secure;

    LoginResource(
            LoginFile logins,
            Attempts attempts,
            JsonWebToken token,
            Sessions sessions,
            @ConfigProperty(name = "takt.cookie") String cookie,
            @ConfigProperty(name = "takt.cookie-secure", defaultValue = "false") boolean secure) {
        this.logins = logins;
        this.attempts = attempts;
        this.token = token;
        this.sessions = sessions;
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
        Attempts.Turn turn = attempts.turn(address, name);
        if (turn.isRefused()) {
            return Uni.createFrom().item(tooMany(turn.pause().toSeconds() + 1));
        }
        Uni<Response> answer = Uni.createFrom()
                .item(() -> logins.check(name, password))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(found ->
                        found.ifPresentOrElse(login -> attempts.succeeded(name), () -> attempts.failed(address, name)))
                .map(found -> found.map(this::welcome)
                        .orElseGet(() -> Response.status(401)
                                .entity(Map.of("detail", "This name and password do not belong together."))
                                .build()));
        return turn.pause().isZero()
                ? answer
                : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(turn.pause())
                        .chain(() -> answer);
    }

    private static Response tooMany(long seconds) {
        return Response.status(429)
                .header("Retry-After", seconds)
                .entity(Map.of(
                        "detail", "Too many wrong passwords. Please try again in %d seconds.".formatted(seconds)))
                .build();
    }

    @POST
    @PermitAll
    @Path("logout")
    public Response logout(@Context HttpServerRequest request) {
        Cookie session = request.getCookie(cookie);
        sessions.close(session == null ? null : session.getValue());
        return Response.noContent().cookie(cookie("", 0)).build();
    }

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
                token.<String>claim("partner").orElse(""));
    }

    private Response welcome(LoginFile.Login login) {
        return Response.ok(Map.of("name", login.name()))
                .cookie(cookie(sessions.open(login), (int) Sessions.LONGEST.toSeconds()))
                .build();
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(cookie)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
