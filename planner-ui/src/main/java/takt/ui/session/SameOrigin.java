package takt.ui.session;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses changes that another site's page asks for: browsers send its cookie to every port of a host. */
class SameOrigin {

    /** Nothing where the request may go on. */
    @ServerRequestFilter
    @Nullable
    Response check(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (request.getMethod().equals(HttpMethod.GET)
                || origin == null
                || isOwn(origin, request.getHeaderString(HttpHeaders.HOST))) {
            return null;
        }
        return Response.status(403)
                .type("application/problem+json")
                .entity(Map.of("title", "FORBIDDEN", "status", 403, "detail", "Another site's page may not do that."))
                .build();
    }

    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            return host != null && host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
