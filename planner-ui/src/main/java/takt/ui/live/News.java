package takt.ui.live;

import takt.proto.type.v1.FeedEvent;
import takt.ui.bridge.Service;

/** What a page is told. */
sealed interface News {

    Service service();

    /** Something happened. */
    record Happened(Service service, FeedEvent event) implements News {}

    /** From this entry on the page hears of all that happens; what it read of the service before may be old. */
    record Begun(Service service, long sequence) implements News {}

    /** The service does not answer: what is shown of it may be old. */
    record Away(Service service) implements News {}

    /** It answers again; nothing was missed. */
    record Back(Service service) implements News {}
}
