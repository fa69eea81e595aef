package takt.engine.series;

import java.util.Comparator;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/** What a series is about: one part, demanded at one site. */
public record SeriesKey(PartNumber part, SiteId site) implements Comparable<SeriesKey> {

    @Override
    public int compareTo(SeriesKey other) {
        return Comparator.comparing(SeriesKey::part)
                .thenComparing(SeriesKey::site)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return part + " at " + site;
    }
}
