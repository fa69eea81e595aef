package takt.kit.server;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Feels the pulse of every connection on which a call is under way: a client that vanished without a word is noticed within
 * two beats, and a connection on which a call works in silence does not look idle.
 */
@ApplicationScoped
class Pulse {

    /** Well below the idle timeout of the HTTP server. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    private static final Buffer EIGHT_BYTES = Buffer.buffer(new byte[8]);

    private final Vertx vertx;
    private final Map<HttpConnection, Beat> beats = new ConcurrentHashMap<>();

    Pulse(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Feels it until the returned runnable is run; running it twice counts once. */
    Runnable during(HttpConnection connection) {
        beats.compute(connection, (c, beat) -> beat == null ? new Beat(c) : beat)
                .calls
                .incrementAndGet();
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (!ended.getAndSet(true)) {
                beats.computeIfPresent(connection, (c, beat) -> beat.calls.decrementAndGet() > 0 ? beat : beat.stop());
            }
        };
    }

    /** The beat of one connection. */
    private final class Beat {

        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicBoolean isAwaited = new AtomicBoolean();
        private final HttpConnection connection;
        private final long timer;

        Beat(HttpConnection connection) {
            this.connection = connection;
            this.timer = vertx.setPeriodic(BEAT.toMillis(), id -> beat());
        }

        private void beat() {
            if (isAwaited.getAndSet(true)) {
                connection.close();
            } else {
                connection.ping(EIGHT_BYTES).onSuccess(pong -> isAwaited.set(false));
            }
        }

        @org.jspecify.annotations.Nullable
        Beat stop() {
            vertx.cancelTimer(timer);
            return null;
        }
    }
}
