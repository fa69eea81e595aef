package takt.ingest.adapter.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import takt.kit.error.Category;
import takt.kit.error.GrpcErrors;
import takt.kit.error.TaktException;

/**
 * Serves client streams at the pace of their consumer: a message is asked of the sender only when the one before has been
 * taken. The generated Mutiny server asks for all of them at once and keeps what it cannot pass on. A sender that was asked
 * and says nothing for too long is given up.
 */
@ApplicationScoped
public class ImportStream {

    private final GrpcErrors errors;
    private final Duration longestPause;

    ImportStream(
            GrpcErrors errors,
            @ConfigProperty(name = "takt.import.longest-pause", defaultValue = "PT1M") Duration longestPause) {
        this.errors = errors;
        this.longestPause = longestPause;
    }

    /**
     * @param response where the one response or the error goes
     * @param work turns the messages into the response; it must take them one by one
     * @return what the server feeds with the sender's messages
     */
    public <Q, R> StreamObserver<Q> serve(StreamObserver<R> response, Function<Multi<Q>, Uni<R>> work) {
        ServerCallStreamObserver<R> call = (ServerCallStreamObserver<R>) response;
        call.disableAutoRequest();
        Context context = Vertx.currentContext();
        UnicastProcessor<Q> inbox = UnicastProcessor.create();
        Pause pause = new Pause(context, () -> inbox.onError(idle()));
        Multi<Q> paced = inbox.onRequest()
                .invoke(n -> context.runOnContext(nothing -> {
                    pause.begin();
                    call.request((int) Math.min(n, Integer.MAX_VALUE));
                }));
        Cancellable running = work.apply(paced)
                .onTermination()
                .invoke(() -> context.runOnContext(nothing -> pause.end()))
                .subscribe()
                .with(
                        answer -> context.runOnContext(nothing -> {
                            call.onNext(answer);
                            call.onCompleted();
                        }),
                        failure -> context.runOnContext(nothing -> call.onError(errors.transform(failure))));
        call.setOnCancelHandler(running::cancel);
        return into(inbox, pause, running);
    }

    private static <Q> StreamObserver<Q> into(UnicastProcessor<Q> inbox, Pause pause, Cancellable running) {
        return new StreamObserver<>() {
            @Override
            public void onNext(Q message) {
                pause.end();
                inbox.onNext(message);
            }

            @Override
            public void onError(Throwable failure) {
                running.cancel();
            }

            @Override
            public void onCompleted() {
                pause.end();
                inbox.onComplete();
            }
        };
    }

    private TaktException idle() {
        return new TaktException(
                Category.PRECONDITION,
                "IMPORT_IDLE",
                "The sender paused for longer than %d seconds; what came before is kept.%nMaybe send the whole file again."
                        .formatted(longestPause.toSeconds()));
    }

    /** The time since a message was asked for; lives on one context. */
    private final class Pause {

        private final Context context;
        private final Runnable tooLong;
        private long timer = -1;

        Pause(Context context, Runnable tooLong) {
            this.context = context;
            this.tooLong = tooLong;
        }

        void begin() {
            end();
            timer = context.owner().setTimer(longestPause.toMillis(), id -> tooLong.run());
        }

        void end() {
            context.owner().cancelTimer(timer);
        }
    }
}
