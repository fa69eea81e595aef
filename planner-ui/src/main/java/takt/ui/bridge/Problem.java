package takt.ui.bridge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.Locale;

/**
 * What a service refuses, in the form of the Connect protocol: `code`, `message`, and `details` as the service sent them.
 *
 * @see <a href="https://connectrpc.com/docs/protocol#error-end-stream">Connect: error</a>
 */
public record Problem(Status.Code code, ObjectNode json) {

    /** What is not said by a service stays in the log. */
    public static Problem of(Throwable failure) {
        Status status = Status.fromThrowable(failure);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(
                "code",
                status.getCode() == Status.Code.CANCELLED
                        ? "canceled"
                        : status.getCode().name().toLowerCase(Locale.ROOT));
        com.google.rpc.Status told = StatusProto.fromThrowable(failure);
        boolean isTold = told != null && told.getDetailsCount() > 0;
        json.put("message", message(status, isTold));
        if (isTold) {
            ArrayNode details = json.putArray("details");
            told.getDetailsList().forEach(detail -> add(details.addObject(), detail));
        }
        return new Problem(status.getCode(), json);
    }

    /** Of a connection that failed nobody needs to know the address. */
    private static String message(Status status, boolean isTold) {
        boolean isSilent =
                status.getCode() == Status.Code.UNAVAILABLE || status.getCode() == Status.Code.DEADLINE_EXCEEDED;
        return isSilent && !isTold
                ? "A service does not answer at the moment; try again soon."
                : String.valueOf(status.getDescription());
    }

    private static void add(ObjectNode json, Any detail) {
        json.put("type", detail.getTypeUrl().substring(detail.getTypeUrl().lastIndexOf('/') + 1));
        json.put(
                "value",
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(detail.getValue().toByteArray()));
        if (detail.is(ErrorInfo.class)) {
            try {
                json.putObject("debug")
                        .put("reason", detail.unpack(ErrorInfo.class).getReason());
            } catch (InvalidProtocolBufferException e) {
                json.remove("debug"); // its bytes are handed on all the same
            }
        }
    }

    Response response() {
        return Response.status(http()).type("application/json").entity(json).build();
    }

    private int http() {
        return switch (code) {
            case OK -> 200;
            case CANCELLED -> 499;
            case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
            case UNAUTHENTICATED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case ALREADY_EXISTS, ABORTED -> 409;
            case RESOURCE_EXHAUSTED -> 429;
            case UNIMPLEMENTED -> 404;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED -> 504;
            case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
        };
    }
}
