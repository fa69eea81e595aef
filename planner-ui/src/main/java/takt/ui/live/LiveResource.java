package takt.ui.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What happens, as one stream of server-sent events: `happened` (an entry of a feed), `begun` (a feed is heard from now
 * on; what was read before may be old), `away` and `back` (a service does not answer, answers again), `beat` every four
 * seconds. An event's id is the position in all feeds: who comes back with it hears what it missed, nothing else, and
 * nothing twice. The stream ends with its token, and a browser then opens the next.
 */
@Path("/live")
@RolesAllowed({"planner", "operator", "data-scientist", "supplier"})
public class LiveResource {

    /** Entries that wait for a page that does not read; then its stream is broken off, and it comes back. */
    private static final int BUFFER = 1_000;
    /** A browser that comes back does so after so many milliseconds. */
    private static final long RETRY = 400;

    private final Hubs hubs;
    private final JsonWebToken token;
    private final String cookie;

    LiveResource(Hubs hubs, JsonWebToken token, @ConfigProperty(name = "takt.cookie") String cookie) {
        this.hubs = hubs;
        this.token = token;
        this.cookie = cookie;
    }

    /** @param after position of the page's first paint; the header counts where both are given */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(
            @HeaderParam("Last-Event-ID") @Nullable String last,
            @QueryParam("after") @Nullable String after,
            @Context HttpServerRequest request,
            @Context Sse sse) {
        Person person = Person.of(token);
        Position at = Stream.of(last, after)
                .flatMap(Stream::ofNullable)
                .map(Position::parse)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Position.NOWHERE);
        String session = Optional.ofNullable(request.getCookie(cookie))
                .map(Cookie::getValue)
                .orElse("");
        return Multi.createFrom()
                .<Told>emitter(
                        page -> listen(person, new Listener(page, session, person.until(), at), at, page), BUFFER)
                .map(told -> sse.newEventBuilder()
                        .id(told.position())
                        .name(told.name())
                        .reconnectDelay(RETRY)
                        .data(String.class, told.data())
                        .build());
    }

    private void listen(Person person, Listener listener, Position at, MultiEmitter<?> page) {
        Hub hub = hubs.of(person, at);
        hub.join(listener);
        page.onTermination(() -> hub.leave(listener)); // at once where the page is gone already
    }
}
