package takt.ui.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says that a body is not of the form asked for; Quarkus' own mappers say nothing. */
public class BodyProblems {

    @ServerExceptionMapper(priority = 1)
    public Response form(MismatchedInputException failure) {
        return problem();
    }

    @ServerExceptionMapper(priority = 1)
    public Response form(InvalidDefinitionException failure) {
        return problem();
    }

    @ServerExceptionMapper(priority = 1)
    public Response web(WebApplicationException failure) {
        return failure.getCause() instanceof JsonProcessingException ? problem() : failure.getResponse();
    }

    private static Response problem() {
        return Response.status(400)
                .type("application/problem+json")
                .entity(Map.of(
                        "title", "BODY_INVALID", "status", 400, "detail", "The body is no JSON of the form asked for."))
                .build();
    }
}
