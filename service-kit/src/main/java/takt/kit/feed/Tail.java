package takt.kit.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import takt.kit.caller.Audience;
import takt.kit.db.Database;
import takt.kit.error.Category;
import takt.kit.error.TaktException;
import takt.kit.server.Closing;

/**
 * The one reader of the feed in this process, for as long as anybody watches: it looks for newer entries some times a
 * second and wakes those who wait. Two thousand watches cost the database what one does.
 */
@ApplicationScoped
class Tail {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration DEAD = Duration.ofSeconds(8);
    private static final int PAGE = 500;

    private final Database database;
    private final Closing closing;
    private final Set<UniEmitter<? super Void>> waiting = ConcurrentHashMap.newKeySet();
    private int watchers;
    private Cancellable loop = () -> {};
    private volatile @Nullable Window window;
    private volatile long lookedAt = System.nanoTime();

    Tail(Database database, Closing closing) {
        this.database = database;
        this.closing = closing;
    }

    /** Somebody watches from now on. */
    synchronized void enter() {
        if (watchers++ == 0) {
            lookedAt = System.nanoTime();
            loop = Multi.createBy()
                    .repeating()
                    .uni(this::look)
                    .withDelay(PAUSE)
                    .indefinitely()
                    .subscribe()
                    .with(looked -> {});
        }
    }

    /** Nobody looks where nobody watches. */
    synchronized void leave() {
        if (--watchers == 0) {
            stop();
            window = null;
        }
    }

    @PreDestroy
    void stop() {
        loop.cancel();
    }

    /** Heartbeats say that a feed is alive: none may be sent of one that nobody reads. */
    void requireAlive() {
        if (System.nanoTime() - lookedAt > DEAD.toNanos()) {
            throw new TaktException(
                    Category.UNAVAILABLE,
                    "DATABASE_UNAVAILABLE",
                    "The feed has not been read for %d seconds.%nMaybe watch again from the last sequence."
                            .formatted(DEAD.toSeconds()));
        }
    }

    boolean isClosing() {
        return closing.hasBegun();
    }

    /** What is known; null until the first look. */
    @Nullable
    Window window() {
        return window;
    }

    /** Completes when there may be entries after a position, or the service stops; fails when the table cannot be read. */
    Uni<Void> changed(long position) {
        return Uni.createFrom().emitter(emitter -> {
            waiting.add(emitter);
            emitter.onTermination(() -> waiting.remove(emitter));
            Window now = window;
            if (closing.hasBegun() || now != null && (now.last() > position || !now.covers(position))) {
                emitter.complete(null); // it changed before the emitter was heard of
            }
        });
    }

    /** Entries after a position as an audience may see them, from the table itself. */
    Uni<List<FeedEntry>> read(long position, Audience audience, int most) {
        return database.read(session -> session.createQuery(
                        "from FeedEntry e where e.sequence > :after and (:house = true or e.partner = :partner) order by e.sequence",
                        FeedEntry.class)
                .setParameter("after", position)
                .setParameter("house", audience.isHouse())
                .setParameter("partner", audience.partner())
                .setMaxResults(most)
                .getResultList());
    }

    private Uni<Boolean> look() {
        Window before = window;
        Uni<Window> now = before == null
                ? last().map(sequence -> new Window(sequence, List.of()))
                : read(before.last(), new Audience.House(), PAGE)
                        .map(entries -> entries.isEmpty() ? before : before.plus(entries));
        return now.onTermination()
                .invoke(() -> lookedAt = System.nanoTime())
                .map(found -> {
                    boolean isNews = publish(before, found);
                    if (isNews || closing.hasBegun()) {
                        waiting.forEach(emitter -> emitter.complete(null));
                    }
                    return true;
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    waiting.forEach(emitter -> emitter.fail(failure));
                    return false;
                });
    }

    /** A look that was under way when the last one left must not undo what the looks after it found. */
    @SuppressWarnings("ReferenceEquality") // the very window that the look began with
    private synchronized boolean publish(@Nullable Window before, Window found) {
        if (window != before || found == before || watchers == 0) {
            return false;
        }
        window = found;
        return true;
    }

    /** Sequence of the newest entry, whomever it concerns; 0 where there is none. */
    Uni<Long> last() {
        return database.read(
                session -> session.createQuery("select coalesce(max(e.sequence), 0) from FeedEntry e", Long.class)
                        .getSingleResult());
    }
}
