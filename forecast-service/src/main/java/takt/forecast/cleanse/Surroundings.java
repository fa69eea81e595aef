package takt.forecast.cleanse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.NavigableMap;
import java.util.SortedMap;

/**
 * What else is known where demand arose.
 *
 * @param workingDays of weeks, by Monday; weeks that are not named have {@value #WEEK}
 * @param stock at the end of days, thousandths of the part's unit
 */
public record Surroundings(NavigableMap<LocalDate, Integer> workingDays, NavigableMap<LocalDate, Long> stock) {

    private static final int WEEK = 5;

    /** Days on which stock was counted, and those of them on which there was none. */
    record Counts(long empty, long all) {}

    /**
     * Share of the working days that were none in the weeks that begin from one day to another, that excluded; in a day,
     * of its week where that was closed as a whole. 0 to 1.
     */
    double closed(LocalDate from, LocalDate to) {
        if (from.plusDays(1).equals(to)) {
            return Math.floor(closed(from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
        }
        return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .datesUntil(to, Period.ofWeeks(1))
                .mapToDouble(this::closed)
                .average()
                .orElse(0);
    }

    private double closed(LocalDate monday) {
        return Math.max(0, WEEK - workingDays.getOrDefault(monday, WEEK)) / (double) WEEK;
    }

    Counts counts(LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Long> counted = stock.subMap(from, true, to, false);
        return new Counts(counted.values().stream().filter(q -> q == 0).count(), counted.size());
    }
}
