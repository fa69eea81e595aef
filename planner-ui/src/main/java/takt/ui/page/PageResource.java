package takt.ui.page;

import io.quarkus.arc.All;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import takt.ui.bridge.Answer;
import takt.ui.bridge.Asker;
import takt.ui.bridge.Upstream;
import takt.ui.live.Hubs;
import takt.ui.live.Person;

/**
 * A page's first paint in one answer: `{"position": .., "answers": [..]}`. The position says up to which entry of the
 * services' feeds it knows; a watch that begins there misses nothing. It is the ETag too: as long as nothing has happened
 * since, nothing is asked again.
 */
@Path("/page")
@Authenticated
public class PageResource {

    /** Another build may compose a page otherwise, though nothing has happened. */
    private static final String BUILD = "@" + Long.toString(System.currentTimeMillis(), 36) + "@";

    private final Map<String, Page> pages;
    private final Upstream upstream;
    private final Hubs hubs;
    private final JsonWebToken token;

    PageResource(@All List<Page> pages, Upstream upstream, Hubs hubs, JsonWebToken token) {
        this.pages = pages.stream().collect(Collectors.toMap(Page::name, Function.identity()));
        this.upstream = upstream;
        this.hubs = hubs;
        this.token = token;
    }

    @GET
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> page(@PathParam("name") String name, @Context UriInfo address, @Context Request request) {
        Page page = Optional.ofNullable(pages.get(name)).orElseThrow(NotFoundException::new);
        if (page.roles().stream().noneMatch(token.getGroups()::contains)) {
            throw new ForbiddenException();
        }
        Person person = Person.of(token);
        Asker asker = new Asker(upstream, token.getRawToken());
        var parameters = address.getQueryParameters();
        return hubs.position(person).chain(position -> {
            Optional<EntityTag> tag =
                    position.filter(p -> page.isTold()).map(p -> new EntityTag(person.key() + BUILD + p, true));
            Response.ResponseBuilder unchanged =
                    tag.map(request::evaluatePreconditions).orElse(null);
            return unchanged != null
                    ? Uni.createFrom().item(unchanged.build())
                    : page.compose(asker, parameters)
                            .map(answers -> Response.ok(
                                            json(position.map(Object::toString).orElse(""), answers))
                                    .tag(isWhole(answers) ? tag.orElse(null) : null)
                                    .build());
        });
    }

    /** What could not be asked may be answered in a moment, though nothing happens until then. */
    private static boolean isWhole(List<Answer> answers) {
        return answers.stream().allMatch(answer -> answer.problem() == null);
    }

    private static String json(String position, List<Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.isCut())
                .map(Answer::json)
                .collect(Collectors.joining(",", "{\"position\":\"" + position + "\",\"answers\":[", "]}"));
    }
}
