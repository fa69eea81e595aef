package takt.ui.bridge;

import com.google.protobuf.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of one question.
 *
 * @param messages the answer; those of a stream all together
 * @param problem why there is none
 * @param isCut of a stream with more than a first paint takes: the page asks for it itself
 */
public record Answer(
        Rpc rpc,
        Message request,
        List<Message> messages,
        @Nullable Problem problem,
        boolean isCut) {

    /** The answer to a call that has one. */
    public <R extends Message> Optional<R> of(Class<R> type) {
        return messages.stream().findFirst().map(type::cast);
    }

    /** As the page's store keeps it: by call and request. */
    public String json() {
        return "{\"service\":\"%s\",\"rpc\":\"%s/%s\",\"request\":%s,%s}"
                .formatted(rpc.service().path(), rpc.grpcService(), rpc.name(), Json.brief(request), outcome());
    }

    private String outcome() {
        if (problem != null) {
            return "\"problem\":" + problem.json();
        }
        return "\"answer\":"
                + (rpc.isStream()
                        ? messages.stream().map(Json::print).collect(Collectors.joining(",", "[", "]"))
                        : Json.print(messages.get(0)));
    }
}
