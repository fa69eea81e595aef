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
import takt.ui.bridge.House;

/** Follows the feeds for one person, whose open pages all listen here: eight pages cost the services what one does. */
final class Hub {

    /** Services send a sign of life every five seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(11);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** A watch ends a little after its token has: by then there is a newer one, or the hub has ended. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    /** Who was away for more is better off reading anew. */
    private static final long MOST_MISSED = 5_000;

    private final Watches watches;
    private final Clock clock;
    private final Recent recent = new Recent();
    private final Map<House, Cancellable> following = new EnumMap<>(House.class);
    private final Map<House, Instant> heardAt = new EnumMap<>(House.class);
    private final Map<House, Duration> pauses = new EnumMap<>(House.class);
    private final Set<House> away = EnumSet.noneOf(House.class);
    private final List<Listener> listeners = new ArrayList<>();
    private final Position wanted;
    private Person person;
    private Instant usedAt;
    private boolean isEnded;

    /** @param wanted where its first page left off; each house is followed from there where that is possible */
    Hub(Watches watches, Clock clock, Person person, Position wanted) {
        this.watches = watches;
        this.clock = clock;
        this.person = person;
        this.wanted = wanted;
        this.usedAt = clock.instant();
    }

    synchronized void open() {
        person.houses().forEach(this::follow);
    }

    /** Up to which everything of each house was heard. */
    synchronized Position known() {
        return away.isEmpty() ? recent.known() : Position.NOWHERE;
    }

    synchronized boolean isKnown() {
        return known().sequences().size() == person.houses().size();
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
        for (House house : person.houses()) {
            OptionalLong known = recent.known().of(house);
            recent.after(house, listener.at(house))
                    .ifPresentOrElse(
                            missed -> missed.forEach(event -> listener.tell(new News.Happened(house, event))),
                            () -> known.ifPresent(sequence -> listener.tell(new News.Begun(house, sequence))));
        }
        away.forEach(house -> listener.tell(new News.Away(house)));
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

    private void follow(House house) {
        if (isEnded) {
            return;
        }
        Duration left = Duration.between(clock.instant(), person.until()).plus(GRACE);
        heardAt.put(house, clock.instant());
        following.put(
                house,
                watches.of(house, recent.known().of(house), person.token(), left)
                        .subscribe()
                        .with(
                                item -> heard(house, item),
                                failure -> lost(house, failure),
                                () -> lost(house, Status.ABORTED.asRuntimeException())));
    }

    private synchronized void heard(House house, Watches.Item item) {
        heardAt.put(house, clock.instant());
        pauses.remove(house);
        if (recent.known().of(house).isEmpty()) {
            begin(house, item.heartbeat().getSequence());
        }
        if (away.remove(house)) {
            tell(new News.Back(house));
        }
        if (item.isEvent()) {
            recent.add(house, item.event());
            tell(new News.Happened(house, item.event()));
        }
    }

    /** The first page left off at an entry that is not the newest: what came since is told. */
    private void begin(House house, long newest) {
        long left = wanted.of(house).orElse(newest);
        boolean isFollowed = left < newest && newest - left <= MOST_MISSED;
        recent.begin(house, isFollowed ? left : newest);
        if (isFollowed) {
            Objects.requireNonNull(following.get(house)).cancel();
            follow(house);
        }
        listeners.stream()
                .filter(l -> isFollowed ? l.at(house).isEmpty() : l.at(house).orElse(-1) != newest)
                .forEach(l -> l.tell(new News.Begun(house, isFollowed ? left : newest)));
    }

    private synchronized void lost(House house, Throwable failure) {
        following.getOrDefault(house, () -> {}).cancel();
        heardAt.remove(house);
        if (isEnded) {
            return;
        }
        boolean isTokensEnd = Status.fromThrowable(failure).getCode() == Status.Code.DEADLINE_EXCEEDED;
        if (!isTokensEnd && away.add(house)) {
            tell(new News.Away(house));
        }
        Duration pause = pauses.getOrDefault(house, FIRST_PAUSE);
        Duration next = pause.multipliedBy(2);
        pauses.put(house, next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next);
        following.put(
                house,
                Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(pause)
                        .subscribe()
                        .with(v -> again(house)));
    }

    private synchronized void again(House house) {
        follow(house);
    }

    private void tell(News news) {
        List.copyOf(listeners).forEach(l -> l.tell(news));
    }
}
