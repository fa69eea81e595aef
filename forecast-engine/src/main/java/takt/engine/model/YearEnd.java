package takt.engine.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Which week of one year is which of the next. 52 weeks are 364 days: closed weeks follow the days that close them, so the
 * week that holds 25 December repeats the one that held it, and so does the week of 1 January. All others repeat the week
 * of the same date that holds neither.
 */
final class YearEnd {

    private YearEnd() {}

    /** @param week a Monday */
    static LocalDate sameWeekOfTheYearBefore(LocalDate week) {
        LocalDate newYear = newYear(week);
        LocalDate christmas = LocalDate.of(newYear.getYear() - 1, 12, 25);
        if (holds(week, christmas)) {
            return monday(christmas.minusYears(1));
        }
        if (holds(week, newYear)) {
            return monday(newYear.minusYears(1));
        }
        LocalDate same = monday(week.plusDays(3).minusYears(1));
        LocalDate before = newYear(same);
        boolean isClosed = holds(same, before) || holds(same, LocalDate.of(before.getYear() - 1, 12, 25));
        return !isClosed ? same : week.isBefore(christmas) ? same.minusWeeks(1) : same.plusWeeks(1);
    }

    /** The 1 January that is nearest to the week. */
    private static LocalDate newYear(LocalDate week) {
        LocalDate middle = week.plusDays(3);
        return LocalDate.of(middle.getMonthValue() > 6 ? middle.getYear() + 1 : middle.getYear(), 1, 1);
    }

    static boolean holds(LocalDate week, LocalDate day) {
        return !day.isBefore(week) && day.isBefore(week.plusWeeks(1));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
