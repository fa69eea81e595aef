package takt.forecast.cleanse;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.SortedMap;
import takt.forecast.master.PlantWeeks;

/**
 * What else is known where demand arose.
 *
 * @param stock at the end of days, thousandths of the part's unit
 */
public record Surroundings(PlantWeeks weeks, NavigableMap<LocalDate, Long> stock) {

    /** Days on which stock was counted, and those of them on which there was none. */
    record Counts(long empty, long all) {}

    Counts counts(LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Long> counted = stock.subMap(from, true, to, false);
        return new Counts(counted.values().stream().filter(q -> q == 0).count(), counted.size());
    }
}
