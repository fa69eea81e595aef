package takt.ui.live;

import takt.proto.type.v1.FeedEvent;
import takt.ui.bridge.House;

/** What a page is told. */
sealed interface News {

    House house();

    /** Something happened. */
    record Happened(House house, FeedEvent event) implements News {}

    /** From this entry on the page hears of all that happens; what it read of the house before may be old. */
    record Begun(House house, long sequence) implements News {}

    /** The house does not answer: what is shown of it may be old. */
    record Away(House house) implements News {}

    /** It answers again; nothing was missed. */
    record Back(House house) implements News {}
}
