package takt.ui.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import takt.proto.type.v1.FeedEvent;
import takt.ui.bridge.House;

/** What was heard of each feed, and its newest entries: who was away for a while is told of them. */
final class Recent {

    private static final int MOST = 500;

    private final Map<House, Deque<FeedEvent>> entries = new EnumMap<>(House.class);
    private final Map<House, Long> from = new EnumMap<>(House.class);
    private Position known = Position.NOWHERE;

    Position known() {
        return known;
    }

    /** Everything after this entry will be told. */
    void begin(House house, long sequence) {
        entries.put(house, new ArrayDeque<>());
        from.put(house, sequence);
        known = known.with(house, sequence);
    }

    void add(House house, FeedEvent event) {
        Deque<FeedEvent> kept = entries.get(house);
        kept.addLast(event);
        known = known.with(house, event.getSequence());
        if (kept.size() > MOST) {
            from.put(house, kept.removeFirst().getSequence());
        }
    }

    /** Entries after a sequence, oldest first; empty where some of them are not kept any more. */
    Optional<List<FeedEvent>> after(House house, OptionalLong sequence) {
        Long first = from.get(house);
        if (first == null || sequence.isEmpty() || sequence.getAsLong() < first) {
            return Optional.empty();
        }
        return Optional.of(entries.get(house).stream()
                .filter(event -> event.getSequence() > sequence.getAsLong())
                .toList());
    }
}
