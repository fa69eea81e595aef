package takt.kit.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import takt.kernel.PartnerId;
import takt.kit.BusinessClock;
import takt.kit.caller.Caller;
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

    private static final int BATCH = 200;

    private final BusinessClock clock;
    private final Closing closing;
    private final Tail tail;

    Feed(BusinessClock clock, Closing closing, Tail tail) {
        this.clock = clock;
        this.closing = closing;
        this.tail = tail;
    }

    /**
     * What an entry is about.
     *
     * @param partner whom it concerns alone; empty when it concerns everybody who may read the feed
     */
    public record About(UUID subject, Optional<PartnerId> partner) {}

    /**
     * Where a watch begins.
     *
     * @param afterSequence of the last entry known
     * @param isNow at what comes from now on, whatever the sequence
     */
    public record From(long afterSequence, boolean isNow) {}

    /** Appends an entry that concerns everybody who may read the feed. */
    public Uni<Void> append(Mutiny.StatelessSession session, String kind, UUID subject) {
        return append(session, kind, subject, Optional.empty());
    }

    public Uni<Void> append(Mutiny.StatelessSession session, String kind, UUID subject, Optional<PartnerId> partner) {
        return append(session, kind, List.of(new About(subject, partner)));
    }

    /** Appends an entry for each, in one go: many partners cost what one does. */
    public Uni<Void> append(Mutiny.StatelessSession session, String kind, List<About> all) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : Locks.take(session, "feed")
                        .chain(() -> session.createQuery(
                                        "select coalesce(max(e.sequence), 0) from FeedEntry e", Long.class)
                                .getSingleResult())
                        .chain(last -> session.insertAll(BATCH, entries(kind, all, last)));
    }

    /** Appends an entry that concerns everybody who may read the feed, in a transaction of plain SQL. */
    public Uni<Void> append(SqlConnection connection, String kind, UUID subject) {
        return connection
                .query(Locks.statement("feed"))
                .execute()
                .chain(() -> connection
                        .preparedQuery("""
                                insert into feed_event (sequence, kind, subject, recorded_at)
                                select coalesce(max(sequence), 0) + 1, $1, $2, $3 from feed_event
                                """)
                        .execute(Tuple.of(kind, subject, clock.now().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    private Object[] entries(String kind, List<About> all, long last) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> {
                    FeedEntry entry = new FeedEntry();
                    entry.sequence = last + 1 + i;
                    entry.kind = kind;
                    entry.subject = all.get(i).subject();
                    entry.partner = all.get(i).partner().map(PartnerId::value).orElse(null);
                    entry.recordedAt = clock.now();
                    return entry;
                })
                .toArray();
    }

    /**
     * Entries after a sequence and then live, as the response of a service's Watch call, with a heartbeat after
     * a few silent seconds. When the service stops, the last message is a heartbeat that says where to go on.
     */
    public <R> Multi<R> watch(
            From from, Caller caller, Function<FeedEvent, R> event, Function<Heartbeat, R> heartbeat) {
        return from.isNow()
                ? tail.last().onItem().transformToMulti(last -> watchAfter(last, caller, event, heartbeat))
                : watchAfter(from.afterSequence(), caller, event, heartbeat);
    }

    private <R> Multi<R> watchAfter(
            long afterSequence, Caller caller, Function<FeedEvent, R> event, Function<Heartbeat, R> heartbeat) {
        if (afterSequence < 0) {
            return Multi.createFrom()
                    .failure(TaktException.invalid(
                            "SEQUENCE_NEGATIVE",
                            "after_sequence",
                            "The sequence (%d) must be at least 0.".formatted(afterSequence)));
        }
        Watch watch = new Watch(tail, caller.audience(), afterSequence);
        AtomicBoolean isIn = new AtomicBoolean();
        Supplier<R> beat = () ->
                heartbeat.apply(Heartbeat.newBuilder().setSequence(watch.seen()).build());
        return Multi.createBy()
                .concatenating()
                .streams(live(watch, event, beat), Multi.createFrom().item(beat))
                .onSubscription()
                .invoke(() -> {
                    if (isIn.compareAndSet(false, true)) {
                        tail.enter();
                    }
                })
                .onTermination()
                .invoke(
                        () -> { // a call may be ended by its client and by its connection, at once
                            if (isIn.compareAndSet(true, false)) {
                                tail.leave();
                            }
                        });
    }

    private <R> Multi<R> live(Watch watch, Function<FeedEvent, R> event, Supplier<R> beat) {
        return Multi.createBy()
                .repeating()
                .uni(watch::next)
                .until(entries -> closing.hasBegun())
                .onItem()
                .transformToMultiAndConcatenate(entries -> entries.isEmpty()
                        ? Multi.createFrom().item(beat)
                        : Multi.createFrom()
                                .iterable(entries)
                                .map(Feed::message)
                                .map(event));
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
