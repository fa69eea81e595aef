package takt.forecast.master;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The calendar of one plant.
 *
 * @param workingDays of weeks, by Monday; weeks that are not named have {@value #WEEK}
 */
public record PlantWeeks(NavigableMap<LocalDate, Integer> workingDays) {

    /** A plant that works every week. */
    public static final PlantWeeks ALL = new PlantWeeks(new TreeMap<>());

    private static final int WEEK = 5;

    /**
     * Share of the working days that are none in the weeks that begin from one day to another, that excluded; in a day,
     * of its week where that is closed as a whole. 0 to 1.
     */
    public double closed(LocalDate from, LocalDate to) {
        if (from.plusDays(1).equals(to)) {
            return Math.floor(closed(from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
        }
        return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .datesUntil(to, Period.ofWeeks(1))
                .mapToDouble(this::closed)
                .average()
                .orElse(0);
    }

    /** Mondays of the weeks that the calendar names as worked, if only for a day. */
    public Set<LocalDate> working() {
        return workingDays.entrySet().stream()
                .filter(week -> week.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private double closed(LocalDate monday) {
        return Math.max(0, WEEK - workingDays.getOrDefault(monday, WEEK)) / (double) WEEK;
    }
}
