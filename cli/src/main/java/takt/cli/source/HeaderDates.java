package takt.cli.source;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Columns of a header that are weeks, months or days.
 *
 * @param weeks YYYY-Www by column
 * @param months YYYY-MM by column
 * @param days by column
 */
record HeaderDates(Map<Integer, String> weeks, Map<Integer, String> months, Map<Integer, LocalDate> days) {

    static HeaderDates of(Iterable<String> header, DateForms forms) {
        HeaderDates found = new HeaderDates(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        int column = 0;
        for (String name : header) {
            found.hear(column++, forms.read(DateCounts.WEEK, name), forms.read(DateCounts.MONTH, name));
        }
        return found;
    }

    private void hear(int column, String asWeek, String asMonth) {
        if (asWeek.matches("\\d{4}-W\\d{2}")) {
            weeks.put(column, asWeek);
        }
        if (asMonth.matches("\\d{4}-\\d{2}")) {
            months.put(column, asMonth);
        }
        if (asWeek.equals(asMonth) && asWeek.matches("\\d{4}-\\d{2}-\\d{2}")) {
            days.put(column, LocalDate.parse(asWeek));
        }
    }

    int size() {
        return Math.max(days.size(), Math.max(weeks.size(), months.size()));
    }

    /** What the columns count, when only one reading fits. */
    Optional<DateCounts> counts() {
        boolean areDays = days.size() == size();
        boolean areWeeks = weeks.size() == size() || areDays && all(d -> d.getDayOfWeek() == DayOfWeek.MONDAY);
        boolean areMonths = months.size() == size() || areDays && all(d -> d.getDayOfMonth() == 1);
        return areWeeks == areMonths ? Optional.empty() : Optional.of(areWeeks ? DateCounts.WEEK : DateCounts.MONTH);
    }

    private boolean all(Predicate<LocalDate> condition) {
        return days.values().stream().allMatch(condition);
    }

    /** The buckets as they are exchanged. */
    Map<Integer, String> byColumn() {
        DateCounts counted = counts().orElseThrow();
        Map<Integer, String> named = counted == DateCounts.WEEK ? weeks : months;
        if (named.size() == size()) {
            return named;
        }
        Map<Integer, String> byColumn = new TreeMap<>();
        days.forEach((c, day) -> byColumn.put(c, day.toString()));
        return byColumn;
    }

    /** Some of them, for people. */
    String sample() {
        Collection<?> all =
                days.size() == size() ? days.values() : weeks.size() == size() ? weeks.values() : months.values();
        return all.stream().limit(3).map(String::valueOf).toList() + (all.size() > 3 ? " and more" : "");
    }
}
