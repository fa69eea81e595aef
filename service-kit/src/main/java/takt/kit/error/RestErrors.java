package takt.kit.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import takt.kit.Ids;

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

    /** A body of another form than the description says; Quarkus' own mappers say nothing, or that it is our mistake. */
    @ServerExceptionMapper(priority = 1)
    public Response form(MismatchedInputException failure) {
        return unreadable(failure);
    }

    @ServerExceptionMapper(priority = 1)
    public Response form(InvalidDefinitionException failure) {
        return unreadable(failure);
    }

    @ServerExceptionMapper(priority = 1)
    public Response web(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        int status = failure.getResponse().getStatus();
        String reason = status == 404 ? "PATH_UNKNOWN" : "REQUEST_INVALID";
        return problem(status, reason, String.valueOf(failure.getMessage()), Map.of());
    }

    @ServerExceptionMapper
    public Response other(RuntimeException failure) {
        return problem(Failures.known(failure));
    }

    private static Response unreadable(JsonProcessingException failure) {
        String place = failure instanceof JsonMappingException bound ? place(bound) : "";
        return problem(
                400,
                "BODY_INVALID",
                place.isEmpty()
                        ? "The body is no JSON of the form that the description (/q/openapi) gives."
                        : "The body has another form at %s than the description (/q/openapi) gives.".formatted(place),
                Map.of());
    }

    private static String place(JsonMappingException failure) {
        return Ids.cut(failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[%d]".formatted(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "["));
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
