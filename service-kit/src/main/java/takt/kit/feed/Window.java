package takt.kit.feed;

import java.util.ArrayList;
import java.util.List;
import takt.kit.caller.Audience;

/**
 * The newest entries of the feed, as the one reader of this process knows them.
 *
 * @param from the sequence after which it holds every entry
 */
record Window(long from, List<FeedEntry> entries) {

    /** Who is further behind reads from the table. */
    private static final int MOST = 2_000;

    long last() {
        return entries.isEmpty() ? from : entries.get(entries.size() - 1).sequence;
    }

    Window plus(List<FeedEntry> more) {
        List<FeedEntry> all = new ArrayList<>(entries);
        all.addAll(more);
        int dropped = Math.max(0, all.size() - MOST);
        return new Window(
                dropped == 0 ? from : all.get(dropped - 1).sequence, List.copyOf(all.subList(dropped, all.size())));
    }

    boolean covers(long position) {
        return position >= from;
    }

    /** Entries after a position that an audience may see, oldest first. */
    List<FeedEntry> after(long position, Audience audience, int most) {
        int first = entries.size();
        while (first > 0 && entries.get(first - 1).sequence > position) {
            first--;
        }
        return entries.subList(first, entries.size()).stream()
                .filter(entry -> isVisible(entry, audience))
                .limit(most)
                .toList();
    }

    /** Whoever is not of the house sees only what names its partner. */
    private static boolean isVisible(FeedEntry entry, Audience audience) {
        return audience.isHouse() || entry.partner != null && entry.partner.equals(audience.partner());
    }
}
