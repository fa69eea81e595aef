package takt.cli.stack.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Slows guessing down. After some wrong passwords from an address, or for a name, the next ones have to wait for their
 * turn, one a second; who comes when several wait already is sent away for so long. Nothing is locked for good: the
 * right password opens when its turn comes, but while somebody guesses a name its owner may have to come again, too.
 */
final class Attempts {

    static final int FREE = 5;
    static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int WAITING = 8;
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);
    private static final int REMEMBERED = 20_000;

    /** What is remembered of an address or a name. */
    private static final class Remembered {
        int failures;
        Instant last = Instant.EPOCH;
        Instant free = Instant.EPOCH;
    }

    /**
     * When an attempt may be looked at.
     *
     * @param isRefused whether too many wait already; then {@code pause} says when to come again
     */
    record Turn(boolean isRefused, Duration pause) {}

    private final Clock clock;
    private final Consumer<String> log;
    private final Map<String, Remembered> records = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > REMEMBERED;
        }
    };

    Attempts(Clock clock, Consumer<String> log) {
        this.clock = clock;
        this.log = log;
    }

    /** Takes a turn for an attempt. */
    synchronized Turn turn(String address, String name) {
        Instant now = clock.instant();
        Duration wait = Duration.ZERO;
        List<Remembered> slowed = new ArrayList<>();
        for (String key : keys(address, name)) {
            Optional<Remembered> record = Optional.ofNullable(records.get(key))
                    .filter(r -> r.failures >= FREE && r.last.plus(FORGOTTEN).isAfter(now));
            record.ifPresent(slowed::add);
            Duration own = record.filter(r -> r.free.isAfter(now))
                    .map(r -> Duration.between(now, r.free))
                    .orElse(Duration.ZERO);
            wait = own.compareTo(wait) > 0 ? own : wait;
        }
        if (wait.compareTo(PAUSE.multipliedBy(WAITING)) > 0) {
            return new Turn(true, wait);
        }
        Instant after = now.plus(wait).plus(PAUSE);
        slowed.forEach(record -> record.free = after);
        return new Turn(false, wait);
    }

    synchronized void failed(String address, String name) {
        Instant now = clock.instant();
        for (String key : keys(address, name)) {
            Remembered record = records.computeIfAbsent(key, k -> new Remembered());
            record.failures = record.last.plus(FORGOTTEN).isAfter(now) ? record.failures + 1 : 1;
            record.last = now;
            if (record.failures == FREE || record.failures % 100 == 0) {
                log.accept("%d wrong passwords in a row: %s; the next ones are slowed down"
                        .formatted(record.failures, key));
            }
        }
    }

    /** Forgets the name's failures; those of the address may be of somebody who guesses other names. */
    synchronized void succeeded(String name) {
        records.remove(nameKey(name));
    }

    private static List<String> keys(String address, String name) {
        return List.of("address " + address, nameKey(name));
    }

    /** Of what is sent only as much as a name is long, and nothing that would begin a line of its own in the log. */
    private static String nameKey(String name) {
        return "name " + name.substring(0, Math.min(40, name.length())).replaceAll("[^\\p{L}\\p{N}._@-]", "?");
    }
}
