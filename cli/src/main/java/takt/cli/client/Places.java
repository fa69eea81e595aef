package takt.cli.client;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import takt.cli.client.RowNumber.Service;

/** Asks several services the same and takes what those say that can answer. */
final class Places {

    private Places() {}

    /** @param refusals that count only when all refuse */
    static <T> List<T> ask(List<Service> services, Set<Code> refusals, Function<Service, T> question) {
        List<T> answers = new ArrayList<>();
        StatusRuntimeException refusal = null;
        for (Service service : services) {
            try {
                answers.add(question.apply(service));
            } catch (StatusRuntimeException e) {
                if (!refusals.contains(e.getStatus().getCode())) {
                    throw e;
                }
                refusal = refusal == null ? e : refusal;
            }
        }
        if (answers.isEmpty() && refusal != null) {
            throw refusal;
        }
        return answers;
    }
}
