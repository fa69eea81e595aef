package takt.engine.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import takt.kernel.PartNumber;

/**
 * Parts that take the place of others, one after the other. A successor begins with its predecessor's demand up to the
 * day on which it is used; a predecessor keeps only what is demanded of it from that day on.
 */
public final class Succession {

    public static final Succession NONE = new Succession(Map.of(), Map.of());

    /**
     * One part takes the place of another.
     *
     * @param from first day on which the successor is used
     */
    public record Link(PartNumber predecessor, PartNumber successor, LocalDate from) {}

    /**
     * What a successor takes over.
     *
     * @param until day from which it does not count any more
     */
    public record Inherited(PartNumber part, LocalDate until) {}

    private final Map<PartNumber, Link> bySuccessor;
    private final Map<PartNumber, Link> byPredecessor;

    private Succession(Map<PartNumber, Link> bySuccessor, Map<PartNumber, Link> byPredecessor) {
        this.bySuccessor = bySuccessor;
        this.byPredecessor = byPredecessor;
    }

    /**
     * @throws IllegalArgumentException when links form a circle, or two name one successor or one predecessor; it
     *     names the parts
     */
    public static Succession of(Collection<Link> links) {
        Map<PartNumber, Link> bySuccessor = new HashMap<>();
        Map<PartNumber, Link> byPredecessor = new HashMap<>();
        for (Link link : links) {
            if (bySuccessor.put(link.successor(), link) != null) {
                throw new IllegalArgumentException("Part (%s) has two predecessors.".formatted(link.successor()));
            }
            if (byPredecessor.put(link.predecessor(), link) != null) {
                throw new IllegalArgumentException("Part (%s) has two successors.".formatted(link.predecessor()));
            }
        }
        links.forEach(link -> requireNoCircle(link, bySuccessor));
        return new Succession(bySuccessor, byPredecessor);
    }

    /** What a part takes over, its predecessor first, then that one's, and so on. */
    public List<Inherited> inherited(PartNumber part) {
        List<Inherited> all = new ArrayList<>();
        LocalDate until = LocalDate.MAX;
        for (Link link = bySuccessor.get(part); link != null; link = bySuccessor.get(link.predecessor())) {
            until = link.from().isBefore(until) ? link.from() : until;
            all.add(new Inherited(link.predecessor(), until));
        }
        return all;
    }

    /** All parts that take another one's place or are replaced, in order. */
    public SortedSet<PartNumber> parts() {
        SortedSet<PartNumber> parts = new TreeSet<>(bySuccessor.keySet());
        parts.addAll(byPredecessor.keySet());
        return parts;
    }

    public InUse inUse(PartNumber part) {
        Link before = bySuccessor.get(part);
        Link after = byPredecessor.get(part);
        return before == null && after == null
                ? InUse.ALWAYS
                : new InUse(
                        before == null ? LocalDate.MIN : before.from(), after == null ? LocalDate.MAX : after.from());
    }

    /**
     * Series with what they inherit, in the order of their keys. A successor without any demand gets a series that ends
     * where its predecessor's does.
     *
     * @param series of one site and calendar
     */
    public List<DemandSeries> inherit(List<DemandSeries> series) {
        Map<PartNumber, DemandSeries> byPart = new TreeMap<>();
        series.forEach(s -> byPart.put(s.key().part(), s));
        return Stream.concat(byPart.keySet().stream(), bySuccessor.keySet().stream())
                .distinct()
                .sorted()
                .flatMap(part -> inherit(part, byPart).stream())
                .toList();
    }

    /**
     * A part's series with what it inherits; empty when neither it nor any that went before has one.
     *
     * @param series by part, of one site and calendar; those of the part and of what it inherits are looked at
     */
    public Optional<DemandSeries> inherit(PartNumber part, Map<PartNumber, DemandSeries> series) {
        DemandSeries own = series.get(part);
        DemandSeries joined = own;
        for (Inherited old : inherited(part)) {
            DemandSeries before = series.get(old.part());
            if (before != null) {
                DemandSeries counted = Joining.cut(before, old.until());
                joined = joined == null ? counted : Joining.sum(joined, counted);
            }
        }
        if (joined == null) {
            return Optional.empty();
        }
        SeriesKey key = new SeriesKey(part, joined.key().site());
        return Optional.of(new DemandSeries(
                key, joined.calendar(), joined.first(), joined.values(), joined.season(), inUse(part)));
    }

    private static void requireNoCircle(Link start, Map<PartNumber, Link> bySuccessor) {
        Set<PartNumber> seen = new HashSet<>();
        for (Link link = start; link != null; link = bySuccessor.get(link.predecessor())) {
            if (!seen.add(link.successor())) {
                throw new IllegalArgumentException(
                        "Part (%s) is its own predecessor, over %s.".formatted(link.successor(), seen));
            }
        }
    }
}
