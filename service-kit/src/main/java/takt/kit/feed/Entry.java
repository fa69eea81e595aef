package takt.kit.feed;

import takt.proto.type.v1.FeedEvent;

/**
 * What another service's feed says.
 *
 * @param kind what happened, for example {@code FORECAST_VERSION_RELEASED}
 * @param subject id of the thing it happened to; empty for a heartbeat, which says only that the feed is alive
 */
public record Entry(long sequence, String kind, String subject) {

    public static final Entry HEARTBEAT = new Entry(0, "", "");

    public static Entry of(FeedEvent event) {
        return new Entry(event.getSequence(), event.getKind(), event.getSubject());
    }

    public boolean isHeartbeat() {
        return subject.isEmpty();
    }
}
