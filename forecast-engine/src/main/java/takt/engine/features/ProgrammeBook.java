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

    /** Years beyond which a usage neither begins nor ends. */
    private static final int FAR = 5;

    private final BucketCalendar calendar;
    private final Map<String, NavigableMap<LocalDate, NavigableMap<LocalDate, Double>>> issues;
    private final Map<String, NavigableMap<LocalDate, Double>> built;
    private final Map<String, List<UsageLink>> usage;
    private final Ramp ramp;

    public ProgrammeBook(BucketCalendar calendar, Map<String, List<UsageLink>> usageByPart) {
        this(calendar, usageByPart, new HashMap<>(), new HashMap<>(), Ramp.NONE);
    }

    private ProgrammeBook(
            BucketCalendar calendar,
            Map<String, List<UsageLink>> usage,
            Map<String, NavigableMap<LocalDate, NavigableMap<LocalDate, Double>>> issues,
            Map<String, NavigableMap<LocalDate, Double>> built,
            Ramp ramp) {
        this.calendar = calendar;
        this.usage = usage;
        this.issues = issues;
        this.built = built;
        this.ramp = ramp;
    }

    /** The same book, read with what was learnt of how usages begin and end. */
    public ProgrammeBook with(Ramp learnt) {
        return new ProgrammeBook(calendar, usage, issues, built, learnt);
    }

    public List<UsageLink> usage(String part) {
        return usage.getOrDefault(part, List.of());
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
                sum += units == null ? Double.NaN : units * link.perVehicle() * share(link, bucket);
            }
        }
        return sum;
    }

    /**
     * What the newest schedules known by the end of bucket {@code origin} ask for in {@code bucket}. A bucket
     * beyond a schedule's end takes the mean of the schedule.
     */
    public double plannedDemand(String part, LocalDate origin, LocalDate bucket) {
        double sum = 0;
        for (UsageLink link : usage.getOrDefault(part, List.of())) {
            NavigableMap<LocalDate, Double> issue = link.valid(bucket) ? known(link.line(), origin) : null;
            if (issue != null) {
                Double units = issue.get(bucket);
                sum += link.perVehicle() * share(link, bucket) * (units != null ? units : tail(issue, bucket));
            }
        }
        return sum;
    }

    private double share(UsageLink link, LocalDate bucket) {
        if (ramp.equals(Ramp.NONE)) {
            return 1;
        }
        boolean old = link.from().isBefore(bucket.minusYears(FAR));
        boolean young = link.to().isAfter(bucket.plusYears(FAR));
        return ramp.share(
                old ? Long.MAX_VALUE : calendar.between(calendar.floor(link.from()), bucket),
                young ? Long.MAX_VALUE : calendar.between(bucket, calendar.floor(link.to())));
    }

    private @Nullable NavigableMap<LocalDate, Double> known(String line, LocalDate origin) {
        LocalDate lastDay = calendar.plus(origin, 1).minusDays(1);
        var issue = issues.getOrDefault(line, NO_ISSUE).floorEntry(lastDay);
        return issue == null ? null : issue.getValue();
    }

    private static double tail(NavigableMap<LocalDate, Double> issue, LocalDate bucket) {
        return bucket.isBefore(issue.firstKey())
                ? 0
                : issue.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
    }

    private static final NavigableMap<LocalDate, Double> EMPTY = new TreeMap<>();
    private static final NavigableMap<LocalDate, NavigableMap<LocalDate, Double>> NO_ISSUE = new TreeMap<>();
}
