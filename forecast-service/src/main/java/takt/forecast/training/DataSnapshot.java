package takt.forecast.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.engine.features.ProgrammeBook;
import takt.engine.series.DemandSeries;
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

    public Optional<ProgrammeBook> programme(BucketCalendar calendar) {
        return Optional.ofNullable(programmes.get(calendar));
    }

    public boolean isEmpty() {
        return series.isEmpty();
    }
}
