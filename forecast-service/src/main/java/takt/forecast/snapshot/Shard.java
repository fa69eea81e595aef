package takt.forecast.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.forecast.cleanse.Correction;

/**
 * A range of a run's series on one calendar, what is worked on and kept in one go.
 *
 * @param number from 0
 * @param series with their ordinals
 */
public record Shard(int number, List<Enlisted> series) {

    /** Series of a full shard. */
    public static final int SIZE = 250;

    /**
     * A series and its place in the run.
     *
     * @param used corrections in it
     */
    public record Enlisted(int ordinal, DemandSeries demand, List<Correction> used) {}

    /** Shards that hold so many series. */
    public static int count(int series) {
        return (series + SIZE - 1) / SIZE;
    }

    public List<DemandSeries> demand() {
        return series.stream().map(Enlisted::demand).toList();
    }

    /** Place in the run by series. */
    public Map<SeriesKey, Integer> ordinals() {
        Map<SeriesKey, Integer> ordinals = new HashMap<>();
        series.forEach(s -> ordinals.put(s.demand().key(), s.ordinal()));
        return ordinals;
    }

    public Optional<DemandSeries> find(SeriesKey key) {
        return series.stream()
                .map(Enlisted::demand)
                .filter(s -> s.key().equals(key))
                .findFirst();
    }
}
