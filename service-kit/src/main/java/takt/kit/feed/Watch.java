package takt.kit.feed;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import takt.kit.caller.Audience;

/** Somebody's place in the feed. It is asked for what is next once more only when that was taken: nothing piles up. */
final class Watch {

    private static final int PAGE = 100;
    /** After so much silence a heartbeat is due. */
    private static final Duration SILENCE = Duration.ofMillis(4_500);

    private final Tail tail;
    private final Audience audience;
    private long seen;
    /** Up to which it is known that nothing is left for the audience. */
    private long position;
    /** The first look is at the table: what was committed a moment ago must not be missed by who opens a watch. */
    private boolean isOpened;

    private long heardAt;

    Watch(Tail tail, Audience audience, long afterSequence) {
        this.tail = tail;
        this.audience = audience;
        this.seen = afterSequence;
        this.position = afterSequence;
    }

    /** Sequence of the last entry that was given. */
    long seen() {
        return seen;
    }

    /** The next entries as soon as there are any; none when a heartbeat is due, which it is at once where nothing is new. */
    Uni<List<FeedEntry>> next() {
        Window window = tail.window();
        if (!isOpened || window != null && !window.covers(position)) {
            long upTo = window == null ? 0 : window.last();
            return tail.read(position, audience, PAGE).chain(entries -> {
                boolean isFirst = !isOpened;
                isOpened = true;
                if (entries.size() < PAGE) {
                    position = Math.max(position, upTo);
                }
                return entries.isEmpty() && !isFirst ? next() : given(entries);
            });
        }
        List<FeedEntry> entries = window == null ? List.of() : window.after(position, audience, PAGE);
        return entries.isEmpty() ? await(window) : given(entries);
    }

    private Uni<List<FeedEntry>> await(@Nullable Window window) {
        if (window != null) {
            position = Math.max(position, window.last());
        }
        Duration left = SILENCE.minusNanos(System.nanoTime() - heardAt);
        return left.isNegative() || left.isZero()
                ? given(List.of())
                : tail.changed(position)
                        .replaceWith(true)
                        .ifNoItem()
                        .after(left)
                        .recoverWithItem(false)
                        .invoke(tail::requireAlive)
                        .chain(isChanged -> isChanged && !tail.isClosing() ? next() : given(List.of()));
    }

    private Uni<List<FeedEntry>> given(List<FeedEntry> entries) {
        heardAt = System.nanoTime();
        if (!entries.isEmpty()) {
            seen = entries.get(entries.size() - 1).sequence;
            position = Math.max(position, seen);
        }
        return Uni.createFrom().item(entries);
    }
}
