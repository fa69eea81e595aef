package takt.capacity.declaration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import takt.kernel.PartnerId;
import takt.kernel.UnitCode;
import takt.kernel.Week;

/** Machines, lines or people that several parts share. A new declaration is a new revision. */
public record CapacityGroup(
        UUID id,
        int revision,
        PartnerId supplier,
        String name,
        UnitCode unit,
        List<CapacityLink> links,
        List<WeeklyCapacity> weeks) {

    public CapacityGroup {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException(
                    "The name of a capacity group has 1 to 200 characters, not %d.".formatted(name.length()));
        }
        if (links.isEmpty() || links.size() > 10_000 || weeks.size() > 520) {
            throw new IllegalArgumentException(
                    "The group (%s) has %d links and %d weeks; it may have 1 to 10,000 links and at most 520 weeks."
                            .formatted(name, links.size(), weeks.size()));
        }
        long factors = links.stream().filter(l -> l.loadFactor().isPresent()).count();
        if (factors != 0 && factors != links.size()) {
            throw new IllegalArgumentException(
                    "%d of %d links of group (%s) have a load factor.%nGive one to all links or to none."
                            .formatted(factors, links.size(), name));
        }
        requireDistinct(name, weeks);
        links = List.copyOf(links);
        weeks = List.copyOf(weeks);
    }

    private static void requireDistinct(String name, List<WeeklyCapacity> weeks) {
        Set<Week> seen = new HashSet<>();
        for (WeeklyCapacity week : weeks) {
            if (!seen.add(week.week())) {
                throw new IllegalArgumentException(
                        "The week (%s) stands twice in group (%s).".formatted(week.week(), name));
            }
        }
    }
}
