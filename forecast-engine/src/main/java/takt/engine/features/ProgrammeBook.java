package takt.engine.features;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import takt.kernel.BucketCalendar;

/**
 * Production schedules as issued, built volumes and usage on one calendar. It answers what a part needed
 * (from built volumes) and what it would need (from the newest schedule an origin could know).
 */
public final class ProgrammeBook {

    private final BucketCalendar calendar;
    private final Map<String, NavigableMap<LocalDate, NavigableMap<LocalDate, Double>>> issues = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Double>> built = new HashMap<>();
    private final Map<String, List<UsageLink>> usage;

    public ProgrammeBook(BucketCalendar calendar, Map<String, List<UsageLink>> usageByPart) {
        this.calendar = calendar;
        this.usage = usageByPart;
    }

    public BucketCalendar calendar() {
        return calendar;
    }

    /** Takes one planned volume. {@code issued} is the day the plan became known. */
    public void plan(String line, LocalDate issued, LocalDate target, double units) {
        issues.computeIfAbsent(line, l -> new TreeMap<>())
                .computeIfAbsent(issued, i -> new TreeMap<>())
                .put(target, units);
    }

    public void build(String line, LocalDate bucket, double units) {
        built.computeIfAbsent(line, l -> new TreeMap<>()).put(bucket, units);
    }

    /** Whether a schedule known by the end of bucket {@code origin} drives the part. */
    public boolean drives(String part, LocalDate origin) {
        return usage.getOrDefault(part, List.of()).stream().anyMatch(u -> known(u.line(), origin) != null);
    }

    /** What the vehicles built in {@code bucket} took, in units of the part; NaN when a volume is unknown. */
    public double builtDemand(String part, LocalDate bucket) {
        double sum = 0;
        for (UsageLink link : usage.getOrDefault(part, List.of())) {
            if (link.valid(bucket)) {
                Double units = built.getOrDefault(link.line(), EMPTY).get(bucket);
                sum += units == null ? Double.NaN : units * link.perVehicle();
            }
        }
        return sum;
    }

    /**
     * What the newest schedules known by the end of bucket {@code origin} ask for in {@code bucket}. A bucket
     * beyond a schedule's end takes the mean of its last four buckets.
     */
    public double plannedDemand(String part, LocalDate origin, LocalDate bucket) {
        double sum = 0;
        for (UsageLink link : usage.getOrDefault(part, List.of())) {
            NavigableMap<LocalDate, Double> issue = link.valid(bucket) ? known(link.line(), origin) : null;
            if (issue != null) {
                Double units = issue.get(bucket);
                sum += link.perVehicle() * (units != null ? units : tail(issue, bucket));
            }
        }
        return sum;
    }

    private @Nullable NavigableMap<LocalDate, Double> known(String line, LocalDate origin) {
        LocalDate lastDay = calendar.plus(origin, 1).minusDays(1);
        var issue = issues.getOrDefault(line, NO_ISSUE).floorEntry(lastDay);
        return issue == null ? null : issue.getValue();
    }

    private static double tail(NavigableMap<LocalDate, Double> issue, LocalDate bucket) {
        return bucket.isBefore(issue.firstKey())
                ? 0
                : issue.descendingMap().values().stream()
                        .limit(4)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
    }

    private static final NavigableMap<LocalDate, Double> EMPTY = new TreeMap<>();
    private static final NavigableMap<LocalDate, NavigableMap<LocalDate, Double>> NO_ISSUE = new TreeMap<>();
}
