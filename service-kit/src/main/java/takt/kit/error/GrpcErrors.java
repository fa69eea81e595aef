package takt.kit.error;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import takt.kit.Ids;

/** Says errors in gRPC: a code, a reason with the service's domain, and the fields at fault. */
@ApplicationScoped
public class GrpcErrors implements ExceptionHandlerProvider {

    /** Characters of a message: with its details they must fit the 8 kB that clients take as trailers. */
    private static final int LONGEST = 500;

    private final String domain;

    GrpcErrors(@ConfigProperty(name = "quarkus.application.name") String application) {
        this.domain = application + ".takt";
    }

    @Override
    public <Q, R> ExceptionHandler<Q, R> createHandler(
            ServerCall.Listener<Q> listener, ServerCall<Q, R> call, Metadata metadata) {
        return new ExceptionHandler<>(listener, call, metadata) {
            @Override
            protected void handleException(Throwable failure, ServerCall<Q, R> serverCall, Metadata headers) {
                close(serverCall, failure);
            }
        };
    }

    /** Ends a call with an error. */
    public void close(ServerCall<?, ?> call, Throwable failure) {
        StatusException status = status(failure);
        Metadata trailers = status.getTrailers();
        call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    @Override
    public Throwable transform(Throwable failure) {
        return status(failure);
    }

    private StatusException status(Throwable failure) {
        if (failure instanceof StatusException already) {
            return already;
        }
        if (failure instanceof StatusRuntimeException already) {
            return new StatusException(already.getStatus(), already.getTrailers());
        }
        if (failure instanceof io.quarkus.security.UnauthorizedException
                || failure instanceof io.quarkus.security.AuthenticationFailedException) {
            return Status.UNAUTHENTICATED
                    .withDescription("This call needs a valid token.")
                    .asException();
        }
        TaktException error = Failures.known(failure);
        String message = Ids.cut(String.valueOf(error.getMessage()), LONGEST);
        com.google.rpc.Status.Builder status = com.google.rpc.Status.newBuilder()
                .setCode(error.category().code().getNumber())
                .setMessage(message)
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(error.reason())
                        .setDomain(domain)
                        .build()));
        if (!error.violations().isEmpty()) {
            BadRequest.Builder request = BadRequest.newBuilder();
            error.violations()
                    .forEach((field, description) -> request.addFieldViolationsBuilder()
                            .setField(Ids.cut(field))
                            .setDescription(Ids.cut(description, LONGEST)));
            status.addDetails(Any.pack(request.build()));
        }
        return StatusProto.toStatusException(status.build());
    }
}
