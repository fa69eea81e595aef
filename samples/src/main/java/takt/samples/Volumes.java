package takt.samples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Weekly vehicles per line. The months follow the real US assemblies; shares, weeks and noise are made up. */
final class Volumes {

    private static final double MARKET_SHARE = 0.03;

    private final Map<YearMonth, Double> assemblies;
    private final Map<String, TreeMap<LocalDate, Long>> byLine = new TreeMap<>();

    /** @param assemblies million vehicles at annual rate, not seasonally adjusted */
    Volumes(Map<YearMonth, Double> assemblies, List<String> lines, LocalDate from, LocalDate to, Random random) {
        this.assemblies = assemblies;
        for (int i = 0; i < lines.size(); i++) {
            double start = 0.10 + 0.04 * i;
            double end = 0.30 - 0.04 * i;
            byLine.put(lines.get(i), line(start, end, from, to, random));
        }
    }

    long at(String line, LocalDate monday) {
        return byLine.get(line).getOrDefault(monday, 0L);
    }

    private TreeMap<LocalDate, Long> line(double start, double end, LocalDate from, LocalDate to, Random random) {
        TreeMap<LocalDate, Long> weeks = new TreeMap<>();
        double weeksInAll = from.until(to, java.time.temporal.ChronoUnit.WEEKS);
        double drift = 0;
        for (LocalDate week = from; !week.isAfter(to); week = week.plusWeeks(1)) {
            double progress = weeks.size() / weeksInAll;
            drift = 0.97 * drift + 0.012 * random.nextGaussian();
            double share = (start + (end - start) * progress) * Math.exp(drift);
            weeks.put(week, Math.round(industry(week) * share * Math.exp(0.03 * random.nextGaussian())));
        }
        return weeks;
    }

    /** The OEM's vehicles of a week: each working day carries its month's volume evenly. */
    private double industry(LocalDate monday) {
        double sum = 0;
        for (int day = 0; day < 5; day++) {
            YearMonth month = YearMonth.from(monday.plusDays(day));
            sum += assemblies.get(month) * 1e6 / 12 * MARKET_SHARE / workingDays(month);
        }
        return sum;
    }

    static int workingDays(YearMonth month) {
        int days = 0;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            DayOfWeek weekday = month.atDay(day).getDayOfWeek();
            days += weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY ? 0 : 1;
        }
        return days;
    }
}
