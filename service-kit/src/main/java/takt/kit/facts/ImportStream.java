package takt.kit.facts;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Function;
import takt.kit.GrpcErrors;

/**
 * Serves a client stream at the pace of its consumer: a message is asked of the sender only when the one before
 * has been taken. The generated Mutiny server asks for all of them at once and keeps what it cannot pass on.
 */
public final class ImportStream {

    private ImportStream() {}

    /**
     * @param response where the one response or the error goes
     * @param work turns the messages into the response; it must take them one by one
     * @return what the server feeds with the sender's messages
     */
    public static <Q, R> StreamObserver<Q> serve(
            StreamObserver<R> response, GrpcErrors errors, Function<Multi<Q>, Uni<R>> work) {
        ServerCallStreamObserver<R> call = (ServerCallStreamObserver<R>) response;
        call.disableAutoRequest();
        Context context = Vertx.currentContext();
        UnicastProcessor<Q> inbox = UnicastProcessor.create();
        Multi<Q> paced = inbox.onRequest()
                .invoke(n -> context.runOnContext(nothing -> call.request((int) Math.min(n, Integer.MAX_VALUE))));
        Cancellable running = work.apply(paced)
                .subscribe()
                .with(
                        answer -> context.runOnContext(nothing -> {
                            call.onNext(answer);
                            call.onCompleted();
                        }),
                        failure -> context.runOnContext(nothing -> call.onError(errors.transform(failure))));
        call.setOnCancelHandler(running::cancel);
        return new StreamObserver<>() {
            @Override
            public void onNext(Q message) {
                inbox.onNext(message);
            }

            @Override
            public void onError(Throwable failure) {
                running.cancel();
            }

            @Override
            public void onCompleted() {
                inbox.onComplete();
            }
        };
    }
}
