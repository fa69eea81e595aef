package takt.ui.bridge;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Asks on behalf of one person; what cannot be answered is told in its place. */
public final class Asker {

    /** More of a stream than a page's first paint can need. */
    private static final int MOST = 2_000;

    private final Upstream upstream;
    private final String token;

    public Asker(Upstream upstream, String token) {
        this.upstream = upstream;
        this.token = token;
    }

    public Uni<Answer> ask(
            Service service, MethodDescriptor<? extends Message, ? extends Message> method, Message request) {
        Rpc rpc = Rpcs.of(service, method);
        Uni<List<Message>> answer = rpc.isStream()
                ? upstream.many(rpc, request, token, rpc.patience())
                        .select()
                        .first(MOST + 1)
                        .collect()
                        .asList()
                : upstream.one(rpc, request, token, rpc.patience()).map(List::of);
        return answer.map(messages -> new Answer(rpc, request, messages, null, messages.size() > MOST))
                .onFailure()
                .recoverWithItem(failure -> new Answer(rpc, request, List.of(), Problem.of(failure), false));
    }
}
