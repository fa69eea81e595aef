package takt.kit.db;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import takt.kit.error.Category;
import takt.kit.error.TaktException;

/**
 * One piece of work at a time for each key, in the order in which it came. Who waits for a lock of the database holds a
 * connection; who waits here holds none, so that many calls of one partner leave connections to the others.
 */
@ApplicationScoped
public class Turns {

    /** More that wait for one key are sent away. */
    private static final int MOST = 1_000;

    private static final class Ticket {
        final @Nullable Context context = Vertx.currentContext();

        @Nullable
        UniEmitter<? super Boolean> emitter;
    }

    private final Map<String, Deque<Ticket>> queues = new HashMap<>();

    /** Does the work when it is its turn; fails with TOO_MANY_WAITING where a thousand wait before it. */
    public <T> Uni<T> take(String key, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Ticket ticket = new Ticket();
            return Uni.createFrom()
                    .<Boolean>emitter(emitter -> enter(key, ticket, emitter))
                    .chain(mine -> work.get())
                    .onTermination()
                    .invoke(() -> leave(key, ticket));
        });
    }

    private void enter(String key, Ticket ticket, UniEmitter<? super Boolean> emitter) {
        boolean isFirst;
        synchronized (queues) {
            Deque<Ticket> queue = queues.computeIfAbsent(key, k -> new ArrayDeque<>());
            if (queue.size() >= MOST) {
                emitter.fail(new TaktException(
                        Category.PRECONDITION,
                        "TOO_MANY_WAITING",
                        "%,d calls of this partner wait already.%nMaybe send fewer at a time.".formatted(MOST)));
                return;
            }
            ticket.emitter = emitter;
            queue.add(ticket);
            isFirst = queue.peek() == ticket;
        }
        if (isFirst) {
            emitter.complete(true);
        }
    }

    private void leave(String key, Ticket ticket) {
        Ticket next = null;
        synchronized (queues) {
            Deque<Ticket> queue = queues.get(key);
            if (queue == null) {
                return;
            }
            boolean wasFirst = queue.peek() == ticket;
            queue.remove(ticket);
            if (queue.isEmpty()) {
                queues.remove(key);
            } else if (wasFirst) {
                next = queue.peek();
            }
        }
        if (next != null) {
            begin(next);
        }
    }

    /** Where it was asked for. */
    private static void begin(Ticket ticket) {
        UniEmitter<? super Boolean> emitter = ticket.emitter;
        if (emitter == null) {
            return;
        }
        if (ticket.context == null) {
            emitter.complete(true);
        } else {
            ticket.context.runOnContext(nothing -> emitter.complete(true));
        }
    }
}
