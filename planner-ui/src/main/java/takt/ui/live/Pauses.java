package takt.ui.live;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import takt.ui.bridge.Service;

/** How long to wait before a service that did not answer is asked again: each time twice as long, up to two seconds. */
final class Pauses {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Map<Service, Duration> pauses = new EnumMap<>(Service.class);

    Duration next(Service service) {
        Duration pause = pauses.getOrDefault(service, FIRST);
        Duration twice = pause.multipliedBy(2);
        pauses.put(service, twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
        return pause;
    }

    /** It answered. */
    void end(Service service) {
        pauses.remove(service);
    }
}
