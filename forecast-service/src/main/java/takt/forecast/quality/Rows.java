package takt.forecast.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a source sent of one kind.
 *
 * @param read rows of all its imports
 * @param open rows that are kept out now
 * @param arrivals when its imports ended, oldest first
 */
public record Rows(String kind, String source, long read, long open, List<Instant> arrivals) {

    /** With what came earlier. */
    public Rows withOlder(Rows older) {
        List<Instant> all = new ArrayList<>(older.arrivals);
        all.addAll(arrivals);
        return new Rows(kind, source, read + older.read, open, all);
    }
}
