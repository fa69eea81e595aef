package takt.capacity.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import takt.capacity.commitment.AskedLine;
import takt.capacity.declaration.CapacityGroup;
import takt.capacity.declaration.CapacityLink;
import takt.capacity.declaration.WeeklyCapacity;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.Quantity;
import takt.kernel.SiteId;
import takt.kernel.Week;

/**
 * Matches one capacity group against the demand that uses it (CX-0128): D = sum of demand x load factor, the
 * load factor first, compared in millionths so that nothing is rounded. A week without a capacity entry has no
 * known capacity and is not judged; a week with capacity and no demand has demand 0.
 */
public final class GroupMatching {

    private static final int CRITICAL_WEEKS = 12;
    private static final long MILLIONTHS = 1000;

    private record Key(PartNumber part, SiteId site, DemandCategory category) {}

    private final CapacityGroup group;
    private final SortedMap<Week, Long> demand = new TreeMap<>();
    private final List<String> parts = new ArrayList<>();

    public GroupMatching(CapacityGroup group, List<AskedLine> lines) {
        this.group = group;
        Map<Key, List<AskedLine>> byKey =
                lines.stream().collect(Collectors.groupingBy(l -> new Key(l.part(), l.customerSite(), l.category())));
        for (CapacityLink link : group.links()) {
            long factor = link.loadFactor().orElse(1000);
            for (AskedLine line :
                    byKey.getOrDefault(new Key(link.part(), link.customerSite(), link.category()), List.of())) {
                parts.add(link.part().value());
                for (int i = 0; i < line.demand().length; i++) {
                    demand.merge(
                            line.firstWeek().plus(i), Math.multiplyExact(line.demand()[i], factor), Math::addExact);
                }
            }
        }
    }

    /** At most one gap per kind: weeks above the maximum, and weeks above the actual but within the maximum. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        if (!demand.isEmpty()) {
            gap(WeekResult.BOTTLENECK, GapKind.BOTTLENECK, WeeklyCapacity::maximum, gaps);
            gap(WeekResult.BOTTLENECK_FLEXIBLE, GapKind.BOTTLENECK_FLEXIBLE, WeeklyCapacity::actual, gaps);
        }
        return gaps;
    }

    private void gap(WeekResult result, GapKind kind, ToLongFunction<WeeklyCapacity> limit, List<Gap> gaps) {
        List<WeeklyCapacity> weeks =
                judged().stream().filter(c -> of(c) == result).toList();
        if (weeks.isEmpty()) {
            return;
        }
        long asked = weeks.stream().mapToLong(c -> demandOf(c.week())).sum();
        long missing = weeks.stream()
                .mapToLong(c -> demandOf(c.week()) - limit.applyAsLong(c) * MILLIONTHS)
                .sum();
        gaps.add(new Gap(
                kind + "/" + group.id(),
                kind,
                group.supplier(),
                group.name(),
                parts.stream().distinct().sorted().limit(50).toList(),
                weeks.stream().map(WeeklyCapacity::week).toList(),
                quantity(missing),
                quantity(asked),
                isCritical(),
                0));
    }

    private WeekResult of(WeeklyCapacity capacity) {
        return WeekResult.of(
                demandOf(capacity.week()), capacity.actual() * MILLIONTHS, capacity.maximum() * MILLIONTHS);
    }

    /** Weeks inside the demand's horizon that have a capacity entry, in order. */
    private List<WeeklyCapacity> judged() {
        return group.weeks().stream()
                .filter(c -> !c.week().monday().isBefore(demand.firstKey().monday())
                        && !c.week().monday().isAfter(demand.lastKey().monday()))
                .sorted(java.util.Comparator.comparing(WeeklyCapacity::week))
                .toList();
    }

    private long demandOf(Week week) {
        return demand.getOrDefault(week, 0L);
    }

    /** Cumulative demand above cumulative actual capacity for twelve weeks in a row. */
    private boolean isCritical() {
        long balance = 0;
        int run = 0;
        for (WeeklyCapacity capacity : judged()) {
            balance += demandOf(capacity.week()) - capacity.actual() * MILLIONTHS;
            run = balance > 0 ? run + 1 : 0;
            if (run == CRITICAL_WEEKS) {
                return true;
            }
        }
        return false;
    }

    /** Shown in thousandths; a started thousandth counts. */
    private Quantity quantity(long millionths) {
        return new Quantity(-Math.floorDiv(-millionths, MILLIONTHS), group.unit());
    }
}
