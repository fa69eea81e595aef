package takt.engine.series;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import takt.kernel.PartNumber;

/** Parts that take the place of others: a successor begins with its predecessor's history. */
public final class Succession {

    /**
     * One part takes the place of another.
     *
     * @param from first day on which the successor is used
     */
    public record Link(PartNumber predecessor, PartNumber successor, LocalDate from) {}

    private Succession() {}

    /**
     * Series with what they inherit, in the order of their keys. Before {@code from} a successor has its predecessor's
     * demand and what it had itself; from then on only its own. A successor without any demand gets a series that ends
     * where its predecessor's does. Predecessors stay as they are.
     *
     * @param series of one site and calendar
     * @throws IllegalArgumentException when links form a circle or two name one successor; it names the parts
     */
    public static List<DemandSeries> inherit(List<DemandSeries> series, List<Link> links) {
        Map<PartNumber, Link> bySuccessor = new HashMap<>();
        for (Link link : links) {
            if (bySuccessor.put(link.successor(), link) != null) {
                throw new IllegalArgumentException("Part (%s) has two predecessors.".formatted(link.successor()));
            }
        }
        links.forEach(link -> requireNoCircle(link, bySuccessor));
        Map<PartNumber, DemandSeries> byPart = new TreeMap<>(
                series.stream().collect(Collectors.toMap(s -> s.key().part(), s -> s)));
        links.stream()
                .sorted(Comparator.comparingInt(link -> depth(link, bySuccessor)))
                .forEach(link -> {
                    DemandSeries old = byPart.get(link.predecessor());
                    if (old != null) {
                        byPart.merge(link.successor(), before(old, link), (own, inherited) -> joined(own, old, link));
                    }
                });
        return List.copyOf(byPart.values());
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

    private static int depth(Link start, Map<PartNumber, Link> bySuccessor) {
        int depth = 0;
        for (Link link = bySuccessor.get(start.predecessor());
                link != null;
                link = bySuccessor.get(link.predecessor())) {
            depth++;
        }
        return depth;
    }

    private static DemandSeries before(DemandSeries old, Link link) {
        double[] values = old.values().clone();
        for (int t = 0; t < values.length; t++) {
            values[t] = old.calendar().plus(old.first(), t).isBefore(link.from()) ? values[t] : Double.NaN;
        }
        return new DemandSeries(
                new SeriesKey(link.successor(), old.key().site()), old.calendar(), old.first(), values, old.season());
    }

    private static DemandSeries joined(DemandSeries own, DemandSeries old, Link link) {
        LocalDate first = old.first().isBefore(own.first()) ? old.first() : own.first();
        double[] values = new double[own.calendar().between(first, own.last()) + 1];
        Arrays.fill(values, Double.NaN);
        for (int t = 0; t < values.length; t++) {
            LocalDate bucket = own.calendar().plus(first, t);
            double mine = own.at(bucket);
            double inherited = bucket.isBefore(link.from()) ? old.at(bucket) : Double.NaN;
            values[t] = Double.isNaN(mine) ? inherited : mine + (Double.isNaN(inherited) ? 0 : inherited);
        }
        return new DemandSeries(own.key(), own.calendar(), first, values, own.season());
    }
}
