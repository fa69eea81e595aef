package takt.kit.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.kernel.PartnerId;
import takt.kit.BusinessClock;
import takt.kit.caller.Audience;
import takt.kit.caller.Caller;
import takt.kit.db.Database;
import takt.kit.db.Locks;
import takt.kit.error.TaktException;
import takt.kit.server.Closing;
import takt.proto.type.v1.FeedEvent;
import takt.proto.type.v1.Heartbeat;

/**
 * The service's durable change feed. An entry is written in the transaction of its fact; a lock held until the
 * commit makes the order of sequences the order of commits, so a reader never misses a late one.
 */
@ApplicationScoped
public class Feed {

    private static final int PAGE = 100;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int SILENT_PAUSES = 15;

    private final Database database;
    private final BusinessClock clock;
    private final Closing closing;

    Feed(Database database, BusinessClock clock, Closing closing) {
        this.database = database;
        this.clock = clock;
        this.closing = closing;
    }

    /** Appends an entry that concerns everybody who may read the feed. */
    public Uni<Void> append(Mutiny.StatelessSession session, String kind, UUID subject) {
        return append(session, kind, subject, Optional.empty());
    }

    public Uni<Void> append(Mutiny.StatelessSession session, String kind, UUID subject, Optional<PartnerId> partner) {
        return Locks.take(session, "feed")
                .chain(() -> session.createQuery("select coalesce(max(e.sequence), 0) from FeedEntry e", Long.class)
                        .getSingleResult())
                .chain(last -> {
                    FeedEntry entry = new FeedEntry();
                    entry.sequence = last + 1;
                    entry.kind = kind;
                    entry.subject = subject;
                    entry.partner = partner.map(PartnerId::value).orElse(null);
                    entry.recordedAt = clock.now();
                    return session.insert(entry);
                });
    }

    /** Entries after a sequence, oldest first, as far as the caller may see them. */
    public Uni<List<FeedEntry>> after(long sequence, Caller caller) {
        Audience audience = caller.audience();
        return database.read(session -> session.createQuery(
                        "from FeedEntry e where e.sequence > :after and (:house = true or e.partner = :partner) order by e.sequence",
                        FeedEntry.class)
                .setParameter("after", sequence)
                .setParameter("house", audience.isHouse())
                .setParameter("partner", audience.partner())
                .setMaxResults(PAGE)
                .getResultList());
    }

    /**
     * Entries after a sequence and then live, as the response of a service's Watch call, with a heartbeat after
     * a few silent seconds. When the service stops, the last message is a heartbeat that says where to go on.
     */
    public <R> Multi<R> watch(
            long afterSequence, Caller caller, Function<FeedEvent, R> event, Function<Heartbeat, R> heartbeat) {
        if (afterSequence < 0) {
            return Multi.createFrom()
                    .failure(TaktException.invalid(
                            "SEQUENCE_NEGATIVE",
                            "after_sequence",
                            "The sequence (%d) must be at least 0.".formatted(afterSequence)));
        }
        AtomicLong seen = new AtomicLong(afterSequence);
        AtomicInteger silent = new AtomicInteger(SILENT_PAUSES);
        LongFunction<R> beat = sequence ->
                heartbeat.apply(Heartbeat.newBuilder().setSequence(sequence).build());
        Multi<R> live = Multi.createBy()
                .repeating()
                .uni(() -> seen, s -> after(s.get(), caller))
                .withDelay(PAUSE)
                .until(entries -> closing.hasBegun())
                .onItem()
                .transformToMultiAndConcatenate(entries -> {
                    if (entries.isEmpty()) {
                        boolean due = silent.incrementAndGet() >= SILENT_PAUSES;
                        return due
                                ? Multi.createFrom().item(() -> beatAndRest(silent, beat, seen.get()))
                                : Multi.createFrom().empty();
                    }
                    silent.set(0);
                    seen.set(entries.get(entries.size() - 1).sequence);
                    return Multi.createFrom()
                            .iterable(entries)
                            .map(Feed::message)
                            .map(event);
                });
        return Multi.createBy().concatenating().streams(live, Multi.createFrom().item(() -> beat.apply(seen.get())));
    }

    private static <R> R beatAndRest(AtomicInteger silent, LongFunction<R> beat, long sequence) {
        silent.set(0);
        return beat.apply(sequence);
    }

    private static FeedEvent message(FeedEntry entry) {
        return FeedEvent.newBuilder()
                .setSequence(entry.sequence)
                .setKind(entry.kind)
                .setSubject(entry.subject.toString())
                .setRecordedAt(entry.recordedAt.toString())
                .build();
    }
}
