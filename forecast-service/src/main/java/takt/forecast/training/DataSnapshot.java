package takt.forecast.training;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.engine.features.ProgrammeBook;
import takt.engine.series.DemandSeries;
import takt.engine.series.SeriesKey;
import takt.kernel.BucketCalendar;

/**
 * The facts as known at one moment.
 *
 * @param hash SHA-256 (hex) over all of them in key order
 */
public record DataSnapshot(
        Map<BucketCalendar, List<DemandSeries>> series,
        Map<BucketCalendar, ProgrammeBook> programmes,
        Map<String, PartFacts> parts,
        String hash) {

    /**
     * Series by calendar; one part and site is forecast once. A history on two calendars counts on the one that
     * reaches further, on the finer one when both end together.
     */
    public Map<BucketCalendar, List<DemandSeries>> forecastOnce() {
        Map<SeriesKey, DemandSeries> chosen = new HashMap<>();
        series.values().forEach(all -> all.forEach(s -> chosen.merge(s.key(), s, DataSnapshot::fresher)));
        Map<BucketCalendar, List<DemandSeries>> once = new EnumMap<>(BucketCalendar.class);
        series.forEach((calendar, all) -> {
            List<DemandSeries> kept =
                    all.stream().filter(s -> chosen.get(s.key()) == s).toList();
            if (!kept.isEmpty()) {
                once.put(calendar, kept);
            }
        });
        return once;
    }

    private static DemandSeries fresher(DemandSeries a, DemandSeries b) {
        int later = end(a).compareTo(end(b));
        return later > 0 || later == 0 && a.calendar().compareTo(b.calendar()) < 0 ? a : b;
    }

    private static LocalDate end(DemandSeries series) {
        return series.calendar().plus(series.last(), 1);
    }

    public Optional<ProgrammeBook> programme(BucketCalendar calendar) {
        return Optional.ofNullable(programmes.get(calendar));
    }

    public boolean isEmpty() {
        return series.isEmpty();
    }
}
