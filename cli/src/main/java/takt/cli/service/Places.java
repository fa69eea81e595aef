package takt.cli.service;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import takt.cli.service.data.RowNumber.Service;
import takt.cli.term.UserError;

/** Asks several services the same, every one of them, whatever the others say. */
public final class Places {

    private Places() {}

    /**
     * Returns the answers; fails when one service failed, after all have been asked.
     *
     * @param refusals that count only when nobody answers
     */
    public static <T> List<T> ask(
            List<Service> services, Predicate<StatusRuntimeException> refusals, Function<Service, T> question) {
        List<T> answers = new ArrayList<>();
        List<StatusRuntimeException> refused = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Service service : services) {
            try {
                answers.add(question.apply(service));
            } catch (StatusRuntimeException e) {
                if (refusals.test(e)) {
                    refused.add(e);
                } else {
                    failures.add("%s: %s: %s"
                            .formatted(
                                    service.label(),
                                    e.getStatus().getCode(),
                                    e.getStatus().getDescription()));
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new UserError(String.join(System.lineSeparator(), failures)
                    + (answers.isEmpty()
                            ? ""
                            : "%nThe other service has answered; repeating it does no harm.".formatted()));
        }
        if (answers.isEmpty() && !refused.isEmpty()) {
            throw refused.get(refused.size() - 1);
        }
        return answers;
    }

    /** Some logins may import into one of the services only. */
    public static boolean isForbidden(StatusRuntimeException refusal) {
        return refusal.getStatus().getCode() == Code.PERMISSION_DENIED;
    }

    /** Whether the service refuses what this field of the request says. */
    public static boolean isAbout(String field, StatusRuntimeException refusal) {
        com.google.rpc.Status status = StatusProto.fromThrowable(refusal);
        return status != null
                && status.getDetailsList().stream()
                        .filter(detail -> detail.is(BadRequest.class))
                        .map(Places::request)
                        .flatMap(request -> request.getFieldViolationsList().stream())
                        .anyMatch(violation -> violation.getField().equals(field));
    }

    private static BadRequest request(com.google.protobuf.Any detail) {
        try {
            return detail.unpack(BadRequest.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The service's refusal cannot be read.", e);
        }
    }
}
