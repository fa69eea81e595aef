package takt.ui.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.ui.session.SessionEnded;

/** The hubs of all who have pages open, or had a moment ago. */
@ApplicationScoped
public class Hubs {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int BEAT = 4;
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final int GLANCES = 25;

    private final Watches watches;
    private final Clock clock;
    private final Map<String, Hub> hubs = new HashMap<>();
    private Cancellable ticking = () -> {};

    @Inject
    Hubs(Watches watches, MeterRegistry registry) {
        this(watches, Clock.systemUTC());
        Gauge.builder("takt.live.pages", this, Hubs::listeners)
                .description("Streams of what happens that pages hold")
                .register(registry);
    }

    Hubs(Watches watches, Clock clock) {
        this.watches = watches;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        ticking = Multi.createFrom()
                .ticks()
                .every(TICK)
                .onOverflow()
                .drop()
                .subscribe()
                .with(this::tick);
    }

    @PreDestroy
    void stop() {
        ticking.cancel();
        all().forEach(Hub::end);
    }

    /** Where the person's feeds stand; empty where one of them cannot be heard within half a second. */
    public Uni<Optional<Position>> position(Person person) {
        Hub hub = of(person, Position.NOWHERE);
        return Uni.createFrom()
                .item(() -> hub.isKnown() || hub.isAway())
                .onItem()
                .delayIt()
                .by(GLANCE)
                .repeat()
                .until(isSettled -> isSettled)
                .select()
                .first(GLANCES)
                .collect()
                .last()
                .map(any -> hub.isKnown() ? Optional.of(hub.known()) : Optional.empty());
    }

    synchronized Hub of(Person person, Position wanted) {
        Hub known = hubs.get(person.key());
        if (known != null && known.use(person)) {
            return known;
        }
        Hub hub = new Hub(watches, clock, person, wanted);
        hubs.put(person.key(), hub);
        hub.open();
        return hub;
    }

    /** Who logs out hears no more, in any of his tabs. */
    void ended(@Observes SessionEnded session) {
        all().forEach(hub -> hub.end(session.id()));
    }

    private int listeners() {
        return all().stream().mapToInt(Hub::listeners).sum();
    }

    private synchronized List<Hub> all() {
        return List.copyOf(hubs.values());
    }

    private void tick(long count) {
        List<Hub> dead = all().stream().filter(hub -> !hub.tick()).toList();
        synchronized (this) {
            hubs.values().removeAll(dead);
        }
        if (count % BEAT == 0) {
            all().forEach(Hub::beat);
        }
    }
}
