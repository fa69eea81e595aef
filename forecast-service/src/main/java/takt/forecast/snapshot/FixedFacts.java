package takt.forecast.snapshot;

import java.util.Map;
import java.util.Optional;
import takt.engine.features.ProgrammeBook;
import takt.engine.series.Succession;
import takt.forecast.cleanse.Corrections;
import takt.forecast.master.PartFacts;
import takt.forecast.master.PlantWeeks;
import takt.kernel.BucketCalendar;

/**
 * All facts but the demand, as known at one moment.
 *
 * @param plants calendars by site; of a site without one nothing is known
 * @param hash SHA-256 (hex) over all of them in key order
 */
public record FixedFacts(
        Map<BucketCalendar, ProgrammeBook> programmes,
        Map<String, PartFacts> parts,
        Succession succession,
        Corrections corrections,
        Map<String, PlantWeeks> plants,
        String hash) {

    public Optional<ProgrammeBook> programme(BucketCalendar calendar) {
        return Optional.ofNullable(programmes.get(calendar));
    }
}
