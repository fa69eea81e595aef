package takt.cli.stack;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import takt.cli.term.UserError;

/**
 * Sees to it that what was started goes on: starts again what has died, later each time that it dies at once, and renews
 * the token of the services. What was stopped by `takt down` has no keeper any more.
 */
public final class Keeper {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** What has run for so long has not died at once. */
    private static final Duration SETTLED = Duration.ofSeconds(20);

    private static final Duration TOKEN = Duration.ofMinutes(30);

    /** A part of the stack. */
    record Part(BooleanSupplier isRunning, Runnable start) {}

    private static final class Watch {
        Instant last = Instant.EPOCH;
        Duration pause = FIRST_PAUSE;
    }

    private final Map<String, Part> parts;
    private final Restarts restarts;
    private final Runnable renewal;
    private final Clock clock;
    private final PrintWriter out;
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private Instant renewed;

    Keeper(Map<String, Part> parts, Restarts restarts, Runnable renewal, Clock clock, PrintWriter out) {
        this.parts = new LinkedHashMap<>(parts);
        this.restarts = restarts;
        this.renewal = renewal;
        this.clock = clock;
        this.out = out;
        this.renewed = clock.instant();
    }

    /** Looks at each part once. */
    public void look() {
        Instant now = clock.instant();
        if (renewed.plus(TOKEN).isBefore(now)) {
            renewal.run();
            renewed = now;
        }
        parts.forEach((name, part) -> {
            Watch watch = watches.computeIfAbsent(name, n -> new Watch());
            if (part.isRunning().getAsBoolean()) {
                if (watch.last.plus(SETTLED).isBefore(now)) {
                    watch.pause = FIRST_PAUSE;
                }
            } else if (!watch.last.plus(watch.pause).isAfter(now)) {
                start(name, part, watch, now);
            }
        });
        out.flush();
    }

    private void start(String name, Part part, Watch watch, Instant now) {
        watch.last = now;
        Duration twice = watch.pause.multipliedBy(2);
        watch.pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        try {
            part.start().run();
            restarts.started(name, now);
            out.printf("%s %s had died and is started again (%d times by now)%n", now, name, restarts.times(name));
        } catch (UserError | IllegalStateException | java.io.UncheckedIOException e) {
            restarts.failed(name, String.valueOf(e.getMessage()));
            out.printf("%s %s cannot be started: %s%n", now, name, e.getMessage());
        }
    }
}
