package takt.ui;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says a service's error over HTTP. */
class GrpcProblems {

    @ServerExceptionMapper
    Response problem(StatusRuntimeException failure) {
        Status status = failure.getStatus();
        int http =
                switch (status.getCode()) {
                    case UNAUTHENTICATED -> 401;
                    case PERMISSION_DENIED -> 403;
                    case NOT_FOUND -> 404;
                    case INVALID_ARGUMENT -> 400;
                    case FAILED_PRECONDITION -> 409;
                    case UNAVAILABLE, DEADLINE_EXCEEDED -> 503;
                    default -> 502;
                };
        String detail = http == 503
                ? "A service does not answer at the moment; try again soon."
                : String.valueOf(status.getDescription());
        return Response.status(http)
                .type("application/problem+json")
                .entity(Map.of(
                        "type", "about:blank", "title", status.getCode().name(), "status", http, "detail", detail))
                .build();
    }
}
