package takt.capacity.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
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
 * load factor first, compared exactly. What should have been delivered before the first week loads the first week. A week without a capacity entry has no
 * known capacity and is not judged; a week with capacity and no demand has demand 0.
 */
public final class GroupMatching {

    private static final int CRITICAL_WEEKS = 12;

    private record Key(PartNumber part, SiteId site, DemandCategory category) {}

    private final CapacityGroup group;
    /** Thousandths of the group's unit, exact. */
    private final SortedMap<Week, BigDecimal> demand = new TreeMap<>();

    private final List<String> parts = new ArrayList<>();

    public GroupMatching(CapacityGroup group, List<AskedLine> lines) {
        this.group = group;
        Map<Key, List<AskedLine>> byKey =
                lines.stream().collect(Collectors.groupingBy(l -> new Key(l.part(), l.customerSite(), l.category())));
        for (CapacityLink link : group.links()) {
            BigDecimal factor = link.loadFactor().orElse(BigDecimal.ONE);
            for (AskedLine line :
                    byKey.getOrDefault(new Key(link.part(), link.customerSite(), link.category()), List.of())) {
                parts.add(link.part().value());
                for (int i = 0; i < line.demand().length; i++) {
                    long amount = Math.addExact(line.demand()[i], i == 0 ? line.immediate() : 0);
                    demand.merge(
                            line.firstWeek().plus(i), factor.multiply(BigDecimal.valueOf(amount)), BigDecimal::add);
                }
            }
        }
    }

    /** At most one gap per kind: weeks above the maximum, and weeks above the actual but within the maximum. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        if (!demand.isEmpty()) {
            gap(WeekResult.BOTTLENECK, GapCause.AboveMaximum::new, WeeklyCapacity::maximum, gaps);
            gap(WeekResult.BOTTLENECK_FLEXIBLE, GapCause.AboveActual::new, WeeklyCapacity::actual, gaps);
        }
        return gaps;
    }

    private void gap(
            WeekResult result,
            BiFunction<String, Boolean, GapCause> why,
            ToLongFunction<WeeklyCapacity> limit,
            List<Gap> gaps) {
        List<WeeklyCapacity> weeks =
                judged().stream().filter(c -> of(c) == result).toList();
        if (weeks.isEmpty()) {
            return;
        }
        BigDecimal asked = weeks.stream().map(c -> demandOf(c.week())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal missing = weeks.stream()
                .map(c -> demandOf(c.week()).subtract(BigDecimal.valueOf(limit.applyAsLong(c))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        GapCause cause = why.apply(group.name(), isCritical());
        gaps.add(new Gap(
                cause.kind() + "/" + group.id(),
                cause,
                group.supplier(),
                parts.stream().distinct().sorted().limit(50).toList(),
                weeks.stream().map(WeeklyCapacity::week).toList(),
                quantity(missing),
                quantity(asked)));
    }

    private WeekResult of(WeeklyCapacity capacity) {
        return WeekResult.of(demandOf(capacity.week()), capacity.actual(), capacity.maximum());
    }

    /** Weeks inside the demand's horizon that have a capacity entry, in order. */
    private List<WeeklyCapacity> judged() {
        return group.weeks().stream()
                .filter(c -> !c.week().monday().isBefore(demand.firstKey().monday())
                        && !c.week().monday().isAfter(demand.lastKey().monday()))
                .sorted(java.util.Comparator.comparing(WeeklyCapacity::week))
                .toList();
    }

    private BigDecimal demandOf(Week week) {
        return demand.getOrDefault(week, BigDecimal.ZERO);
    }

    /** Cumulative demand above cumulative actual capacity for twelve weeks in a row. */
    private boolean isCritical() {
        BigDecimal balance = BigDecimal.ZERO;
        int run = 0;
        for (WeeklyCapacity capacity : judged()) {
            balance = balance.add(demandOf(capacity.week())).subtract(BigDecimal.valueOf(capacity.actual()));
            run = balance.signum() > 0 ? run + 1 : 0;
            if (run == CRITICAL_WEEKS) {
                return true;
            }
        }
        return false;
    }

    /** Shown in thousandths; a started thousandth counts. */
    private Quantity quantity(BigDecimal thousandths) {
        return new Quantity(thousandths.setScale(0, RoundingMode.CEILING).longValueExact(), group.unit());
    }
}
