package takt.ui.bridge;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.stub.MetadataUtils;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.grpc.stubs.ClientCalls;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks the services, with the token of the person at the page and a deadline from now. */
@ApplicationScoped
public class Upstream {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Channel forecast;
    private final Channel sharing;
    private final Channel capacity;

    Upstream(
            @GrpcClient("forecast") Channel forecast,
            @GrpcClient("sharing") Channel sharing,
            @GrpcClient("capacity") Channel capacity) {
        this.forecast = forecast;
        this.sharing = sharing;
        this.capacity = capacity;
    }

    private Channel channel(Service service, String token) {
        Channel channel =
                switch (service) {
                    case FORECAST -> forecast;
                    case SHARING -> sharing;
                    case CAPACITY -> capacity;
                };
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    /** One answer. */
    Uni<Message> one(Rpc rpc, Message request, String token, Duration patience) {
        return oneToOne(rpc, rpc.method(), request, token, patience);
    }

    @SuppressWarnings("unchecked") // a request is made by the method's own marshaller
    private <Q extends Message, R extends Message> Uni<Message> oneToOne(
            Rpc rpc, MethodDescriptor<Q, R> method, Message request, String token, Duration patience) {
        return ClientCalls.<Q, R>oneToOne(
                        (Q) request,
                        (q, answers) -> io.grpc.stub.ClientCalls.asyncUnaryCall(
                                channel(rpc.service(), token).newCall(method, until(patience)), q, answers))
                .map(answer -> answer);
    }

    /** Answers as fast as they are taken. */
    Multi<Message> many(Rpc rpc, Message request, String token, Duration patience) {
        return manyOf(rpc, rpc.method(), request, token, patience);
    }

    @SuppressWarnings("unchecked") // a request is made by the method's own marshaller
    private <Q extends Message, R extends Message> Multi<Message> manyOf(
            Rpc rpc, MethodDescriptor<Q, R> method, Message request, String token, Duration patience) {
        return watch(rpc.service(), method, (Q) request, token, patience).map(answer -> answer);
    }

    /** A feed, for as long as the deadline lets it live. */
    public <Q, R> Multi<R> watch(
            Service service, MethodDescriptor<Q, R> method, Q request, String token, Duration longest) {
        return ClientCalls.oneToMany(
                request,
                (q, answers) -> io.grpc.stub.ClientCalls.asyncServerStreamingCall(
                        channel(service, token).newCall(method, until(longest)), q, answers));
    }

    private static CallOptions until(Duration patience) {
        return CallOptions.DEFAULT.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
