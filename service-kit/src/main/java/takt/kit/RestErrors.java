package takt.kit;

import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says errors over HTTP as RFC 9457 problem details with the same reason codes as gRPC. */
public class RestErrors {

    private static final String PROBLEM = "application/problem+json";

    @ServerExceptionMapper(priority = 1)
    public Response error(TaktException error) {
        return problem(error);
    }

    /** Its own mapper, because Quarkus brings one for it that says nothing. */
    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException failure) {
        return problem(Failures.known(failure));
    }

    @ServerExceptionMapper
    public Response other(RuntimeException failure) {
        if (failure instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            String reason = status == 404 ? "PATH_UNKNOWN" : "REQUEST_INVALID";
            return problem(status, reason, String.valueOf(web.getMessage()), Map.of());
        }
        return problem(Failures.known(failure));
    }

    private static Response problem(TaktException error) {
        return problem(error.category().http(), error.reason(), String.valueOf(error.getMessage()), error.violations());
    }

    private static Response problem(int status, String reason, String detail, Map<String, String> violations) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", reason);
        body.put("status", status);
        body.put("detail", detail);
        if (!violations.isEmpty()) {
            body.put("violations", violations);
        }
        return Response.status(status).type(PROBLEM).entity(body).build();
    }
}
