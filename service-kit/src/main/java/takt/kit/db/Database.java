package takt.kit.db;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One unit of work with the database, from any thread: each runs on a Vert.x context of its own. */
@ApplicationScoped
public class Database {

    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;

    Database(Vertx vertx, Mutiny.SessionFactory sessions) {
        this.vertx = vertx;
        this.sessions = sessions;
    }

    /** All or nothing. */
    public <T extends @Nullable Object> Uni<T> transaction(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return isolated(() -> sessions.withStatelessTransaction(work));
    }

    public <T extends @Nullable Object> Uni<T> read(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return isolated(() -> sessions.withStatelessSession(work));
    }

    /**
     * Reads page after page, so that no more than one page is in memory, and only as fast as the reader asks.
     *
     * @param page gives the rows after a row, or the first ones after null; an empty page ends the stream
     */
    public <T> Multi<T> pages(Function<@Nullable T, Function<Mutiny.StatelessSession, Uni<List<T>>>> page) {
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicReference<T>::new,
                        last -> read(page.apply(last.get())).invoke(rows -> {
                            if (!rows.isEmpty()) {
                                last.set(rows.get(rows.size() - 1));
                            }
                        }))
                .whilst(rows -> !rows.isEmpty())
                .onItem()
                .<T>disjoint();
    }

    /** Runs work that waits on a fresh, safe Vert.x context; Hibernate Reactive accepts no other thread. */
    public <T extends @Nullable Object> Uni<T> isolated(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(nothing -> {
                try {
                    var subscription = work.get().subscribe().with(emitter::complete, emitter::fail);
                    emitter.onTermination(subscription::cancel);
                } catch (RuntimeException e) {
                    emitter.fail(e);
                }
            });
        });
    }
}
