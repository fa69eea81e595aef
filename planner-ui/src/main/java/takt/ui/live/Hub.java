package takt.ui.live;

import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import takt.ui.bridge.Service;

/** Follows the feeds for one person, whose open pages all listen here: eight pages cost the services what one does. */
final class Hub {

    /** Services send a sign of life every five seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(11);

    private static final Duration IDLE = Duration.ofSeconds(30);
    /** A watch ends a little after its token has: by then there is a newer one, or the hub has ended. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** Who was away for more is better off reading anew. */
    private static final long MOST_MISSED = 5_000;

    private final Watches watches;
    private final Clock clock;
    private final Recent recent = new Recent();
    private final Map<Service, Cancellable> following = new EnumMap<>(Service.class);
    private final Map<Service, Instant> heardAt = new EnumMap<>(Service.class);
    private final Pauses pauses = new Pauses();
    private final Set<Service> away = EnumSet.noneOf(Service.class);
    private final List<Listener> listeners = new ArrayList<>();
    private final Position wanted;
    private Person person;
    private Instant usedAt;
    private boolean isEnded;

    /** @param wanted where its first page left off; each service is followed from there where that is possible */
    Hub(Watches watches, Clock clock, Person person, Position wanted) {
        this.watches = watches;
        this.clock = clock;
        this.person = person;
        this.wanted = wanted;
        this.usedAt = clock.instant();
    }

    synchronized void open() {
        person.services().forEach(this::follow);
    }

    /** Up to which everything of each service was heard. */
    synchronized Position known() {
        return away.isEmpty() ? recent.known() : Position.NOWHERE;
    }

    synchronized boolean isKnown() {
        return known().sequences().size() == person.services().size();
    }

    synchronized boolean isAway() {
        return !away.isEmpty();
    }

    /** The newer token is used from now on. */
    synchronized boolean use(Person same) {
        usedAt = clock.instant();
        person = same.until().isAfter(person.until()) ? same : person;
        return !isEnded;
    }

    synchronized void join(Listener listener) {
        listeners.add(listener);
        for (Service service : person.services()) {
            OptionalLong known = recent.known().of(service);
            recent.after(service, listener.at(service))
                    .ifPresentOrElse(
                            missed -> missed.forEach(event -> listener.tell(new News.Happened(service, event))),
                            () -> known.ifPresent(sequence -> listener.tell(new News.Begun(service, sequence))));
        }
        away.forEach(service -> listener.tell(new News.Away(service)));
    }

    synchronized void leave(Listener listener) {
        listeners.remove(listener);
        usedAt = clock.instant();
    }

    synchronized int listeners() {
        return listeners.size();
    }

    /** Ends the pages of a session. */
    synchronized void end(String session) {
        List.copyOf(listeners).stream().filter(l -> l.isOf(session)).forEach(Listener::end);
    }

    /** Looks whose token has ended and who has fallen silent. Returns whether it lives on. */
    synchronized boolean tick() {
        Instant now = clock.instant();
        List.copyOf(listeners).forEach(l -> l.endBy(now));
        List.copyOf(heardAt.entrySet()).stream()
                .filter(e -> e.getValue().plus(SILENCE).isBefore(now))
                .forEach(e -> lost(e.getKey(), Status.UNAVAILABLE.asRuntimeException()));
        if (!now.isBefore(person.until())
                || listeners.isEmpty() && usedAt.plus(IDLE).isBefore(now)) {
            end();
        }
        return !isEnded;
    }

    synchronized void beat() {
        Instant now = clock.instant();
        listeners.forEach(l -> l.beat(now));
    }

    synchronized void end() {
        isEnded = true;
        List.copyOf(listeners).forEach(Listener::end);
        following.values().forEach(Cancellable::cancel);
    }

    private synchronized void follow(Service service) {
        if (isEnded) {
            return;
        }
        Duration left = Duration.between(clock.instant(), person.until()).plus(GRACE);
        heardAt.put(service, clock.instant());
        following.put(
                service,
                watches.of(service, recent.known().of(service), person.token(), left)
                        .subscribe()
                        .with(
                                item -> heard(service, item),
                                failure -> lost(service, failure),
                                () -> lost(service, Status.ABORTED.asRuntimeException())));
    }

    private synchronized void heard(Service service, Watches.Item item) {
        heardAt.put(service, clock.instant());
        pauses.end(service);
        if (recent.known().of(service).isEmpty()) {
            begin(service, item.heartbeat().getSequence());
        }
        if (away.remove(service)) {
            tell(new News.Back(service));
        }
        if (item.isEvent()) {
            recent.add(service, item.event());
            tell(new News.Happened(service, item.event()));
        }
    }

    /** The first page left off at an entry that is not the newest: what came since is told. */
    private void begin(Service service, long newest) {
        long left = wanted.of(service).orElse(newest);
        boolean isFollowed = left < newest && newest - left <= MOST_MISSED;
        recent.begin(service, isFollowed ? left : newest);
        if (isFollowed) {
            Objects.requireNonNull(following.get(service)).cancel();
            follow(service);
        }
        listeners.stream()
                .filter(l ->
                        isFollowed ? l.at(service).isEmpty() : l.at(service).orElse(-1) != newest)
                .forEach(l -> l.tell(new News.Begun(service, isFollowed ? left : newest)));
    }

    private synchronized void lost(Service service, Throwable failure) {
        following.getOrDefault(service, () -> {}).cancel();
        heardAt.remove(service);
        if (isEnded) {
            return;
        }
        boolean isTokensEnd = Status.fromThrowable(failure).getCode() == Status.Code.DEADLINE_EXCEEDED;
        if (!isTokensEnd && away.add(service)) {
            tell(new News.Away(service));
        }
        following.put(
                service,
                Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(pauses.next(service))
                        .subscribe()
                        .with(v -> follow(service)));
    }

    private void tell(News news) {
        List.copyOf(listeners).forEach(l -> l.tell(news));
    }
}
