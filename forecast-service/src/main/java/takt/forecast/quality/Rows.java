package takt.forecast.quality;

import java.time.Instant;
import java.util.List;

/**
 * What a source sent of one kind.
 *
 * @param read rows of all its imports
 * @param open rows that are kept out now
 * @param arrivals when its imports ended, oldest first
 */
public record Rows(String kind, String source, long read, long open, List<Instant> arrivals) {}
