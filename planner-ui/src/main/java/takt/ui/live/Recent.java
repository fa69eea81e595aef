package takt.ui.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import takt.proto.type.v1.FeedEvent;
import takt.ui.bridge.Service;

/** What was heard of each feed, and its newest entries: who was away for a while is told of them. */
final class Recent {

    private static final int MOST = 500;

    private final Map<Service, Deque<FeedEvent>> entries = new EnumMap<>(Service.class);
    private final Map<Service, Long> from = new EnumMap<>(Service.class);
    private Position known = Position.NOWHERE;

    Position known() {
        return known;
    }

    /** Everything after this entry will be told. */
    void begin(Service service, long sequence) {
        entries.put(service, new ArrayDeque<>());
        from.put(service, sequence);
        known = known.with(service, sequence);
    }

    void add(Service service, FeedEvent event) {
        Deque<FeedEvent> kept = entries.computeIfAbsent(service, s -> new ArrayDeque<>());
        kept.addLast(event);
        known = known.with(service, event.getSequence());
        if (kept.size() > MOST) {
            from.put(service, kept.removeFirst().getSequence());
        }
    }

    /** Entries after a sequence, oldest first; empty where some of them are not kept any more. */
    Optional<List<FeedEvent>> after(Service service, OptionalLong sequence) {
        Long first = from.get(service);
        if (first == null || sequence.isEmpty() || sequence.getAsLong() < first) {
            return Optional.empty();
        }
        return Optional.of(entries.getOrDefault(service, new ArrayDeque<>()).stream()
                .filter(event -> event.getSequence() > sequence.getAsLong())
                .toList());
    }
}
