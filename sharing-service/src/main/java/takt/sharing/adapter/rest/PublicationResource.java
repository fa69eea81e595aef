package takt.sharing.adapter.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import takt.kit.Ids;
import takt.kit.caller.Callers;
import takt.kit.caller.Roles;
import takt.kit.page.Page;
import takt.sharing.usecase.ReadPublications;

/** Publications for supplier systems that speak HTTP. */
@Path("/api/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUPPLIER, Roles.PLANNER, Roles.OPERATOR, Roles.DATA_SCIENTIST})
public class PublicationResource {

    private final ReadPublications publications;
    private final Callers callers;

    PublicationResource(ReadPublications publications, Callers callers) {
        this.publications = publications;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Publications that the caller may see, newest first.")
    public Uni<List<PublicationView>> list(
            @QueryParam("offset") @DefaultValue("0") int offset, @QueryParam("limit") @DefaultValue("50") int limit) {
        return callers.current()
                .chain(caller ->
                        publications.list(caller, Optional.empty(), Math.max(0, offset), Page.size(limit, 50, 200)))
                .map(found -> found.stream().map(PublicationView::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One publication; somebody else's does not exist.")
    public Uni<PublicationView> get(@PathParam("id") String id) {
        return callers.current()
                .chain(caller -> publications.get(id(id), caller))
                .map(PublicationView::of);
    }

    @GET
    @Path("{id}/lines")
    @Operation(summary = "The lines of a publication as a JSON array, streamed.")
    public Multi<LineView> lines(@PathParam("id") String id, @QueryParam("part") @DefaultValue("") String part) {
        return callers.current()
                .chain(caller -> publications.get(id(id), caller).map(p -> new Seen(p, caller)))
                .onItem()
                .transformToMulti(seen -> publications
                        .lines(seen.publication().id(), part, seen.caller())
                        .map(line -> LineView.of(line, seen.publication())));
    }

    private record Seen(takt.sharing.publication.Publication publication, takt.kit.caller.Caller caller) {}

    private static UUID id(String value) {
        return Ids.existing(value, "PUBLICATION_UNKNOWN", "publication");
    }
}
