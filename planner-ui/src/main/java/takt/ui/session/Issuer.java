package takt.ui.session;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Holds the signing key, which the page does not: it checks passwords, keeps sessions and makes their tokens. */
@RegisterRestClient(configKey = "issuer")
@Path("/")
interface Issuer {

    /** @param address where the attempt comes from: guesses are slowed down by name and by address */
    record Attempt(String name, String password, String address) {}

    /** @param id of a session */
    record Session(String id) {}

    /** @param seconds for how long the token is valid */
    record Issued(
            @Nullable String id,
            @Nullable String name,
            @Nullable String token,
            long seconds) {}

    /** 200, 401 where name and password do not belong together, 429 with Retry-After after too many that did not. */
    @POST
    @Path("login")
    Uni<RestResponse<Issued>> login(Attempt attempt);

    /** 200, or 404 where the session has ended. */
    @POST
    @Path("token")
    Uni<RestResponse<Issued>> token(Session session);

    @POST
    @Path("logout")
    Uni<RestResponse<Issued>> logout(Session session);
}
