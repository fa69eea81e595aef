package takt.engine.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import takt.engine.series.Succession;
import takt.engine.series.Succession.Inherited;
import takt.kernel.PartNumber;

/** Usages of parts that take the place of others: what vehicles took of the predecessor counts for the successor. */
public final class InheritedUsage {

    private InheritedUsage() {}

    /**
     * @param usage by part
     * @return the same, where a successor's begins with its predecessor's and a predecessor's ends on the day before its
     *     successor is used; of a line that took the predecessor, the successor's own begins after it
     */
    public static Map<String, List<UsageLink>> of(Map<String, List<UsageLink>> usage, Succession succession) {
        Map<String, List<UsageLink>> all = new HashMap<>(usage);
        succession.parts().forEach(part -> {
            List<UsageLink> links = links(part, usage, succession);
            if (links.isEmpty()) {
                all.remove(part.value());
            } else {
                all.put(part.value(), links);
            }
        });
        return all;
    }

    private static List<UsageLink> links(PartNumber part, Map<String, List<UsageLink>> usage, Succession succession) {
        List<UsageLink> links = new ArrayList<>();
        Map<String, LocalDate> taken = new HashMap<>();
        for (Inherited one : oldestFirst(part, succession)) {
            List<UsageLink> own = before(usage.get(one.part().value()), one.until());
            own.stream()
                    .flatMap(link -> after(link, taken.getOrDefault(link.line(), LocalDate.MIN)).stream())
                    .forEach(links::add);
            own.forEach(link -> taken.merge(link.line(), link.to(), (a, b) -> a.isAfter(b) ? a : b));
        }
        links.sort(Comparator.comparing(UsageLink::line).thenComparing(UsageLink::from));
        List<UsageLink> joined = new ArrayList<>();
        for (UsageLink link : links) {
            UsageLink last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && goesOn(last, link)) {
                joined.set(joined.size() - 1, new UsageLink(link.line(), link.perVehicle(), last.from(), link.to()));
            } else {
                joined.add(link);
            }
        }
        return joined;
    }

    /** The part itself comes last. */
    private static List<Inherited> oldestFirst(PartNumber part, Succession succession) {
        List<Inherited> all = new ArrayList<>(succession.inherited(part));
        Collections.reverse(all);
        all.add(new Inherited(part, succession.inUse(part).to()));
        return all;
    }

    /** What of a usage comes after the last day of an older part's on the same line. */
    private static Optional<UsageLink> after(UsageLink link, LocalDate last) {
        if (link.from().isAfter(last)) {
            return Optional.of(link);
        }
        return link.to().isAfter(last)
                ? Optional.of(new UsageLink(link.line(), link.perVehicle(), last.plusDays(1), link.to()))
                : Optional.empty();
    }

    private static List<UsageLink> before(@org.jspecify.annotations.Nullable List<UsageLink> links, LocalDate until) {
        return links == null
                ? List.of()
                : links.stream()
                        .filter(link -> link.from().isBefore(until))
                        .map(link -> link.to().isBefore(until)
                                ? link
                                : new UsageLink(link.line(), link.perVehicle(), link.from(), until.minusDays(1)))
                        .toList();
    }

    /** Whether the vehicles of a line take as many of the successor, from the day after the predecessor's last. */
    private static boolean goesOn(UsageLink one, UsageLink next) {
        return one.line().equals(next.line())
                && one.perVehicle() == next.perVehicle()
                && one.to().plusDays(1).equals(next.from());
    }
}
