package takt.kit.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;

/**
 * Follows another service's feed for as long as this service runs: one event at a time, from the stored offset,
 * and again some time after it broke off: a second, twice as long after each failure up to half a minute, and never in
 * step with other followers. A failing effect is tried again, never skipped.
 */
public final class FeedFollower {

    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Whoever waits for what was published waits no longer than this for a service that is back. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final double JITTER = 0.5;
    private static final int WAITING = 10_000;
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private FeedFollower() {}

    /**
     * @param watch opens the feed after a sequence; which says heartbeats too
     * @param effect takes one event and stores the offset in the transaction of its effect
     */
    public static Cancellable follow(
            String name, Offsets offsets, LongFunction<Multi<Entry>> watch, Function<Entry, Uni<Void>> effect) {
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .deferred(() -> untilItBreaks(name, offsets, watch, effect))
                        .onFailure()
                        .invoke(failure -> LOG.warnf("The feed %s broke off, will try again: %s", name, failure))
                        .onFailure()
                        .retry()
                        .withBackOff(PAUSE, LONGEST_PAUSE)
                        .withJitter(JITTER)
                        .indefinitely())
                .withDelay(PAUSE)
                .indefinitely()
                .subscribe()
                .with(nothing -> {}, failure -> LOG.errorf(failure, "The feed %s is not followed any more", name));
    }

    /** Ends when the other side ends it; fails when it breaks off before anything was heard. */
    private static Uni<Boolean> untilItBreaks(
            String name, Offsets offsets, LongFunction<Multi<Entry>> watch, Function<Entry, Uni<Void>> effect) {
        AtomicBoolean isHeard = new AtomicBoolean();
        return offsets.read(name)
                .onItem()
                .transformToMulti(watch::apply)
                .invoke(event -> isHeard.set(true))
                .ifNoItem()
                .after(SILENCE)
                .fail()
                .filter(event -> !event.isHeartbeat())
                .onOverflow()
                .buffer(WAITING) // an effect may take longer than the silence; the feed must still be heard
                .onItem()
                .transformToUniAndConcatenate(event -> effect.apply(event)
                        .invoke(() -> LOG.infof("%s %d (%s) took effect", name, event.sequence(), event.kind())))
                .collect()
                .last()
                .replaceWith(true)
                .onFailure(failure -> isHeard.get()) // the pause begins anew
                .recoverWithItem(failure -> {
                    LOG.warnf("The feed %s broke off, will try again: %s", name, failure.toString());
                    return false;
                });
    }
}
