package takt.forecast.snapshot;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import takt.engine.series.SeriesKey;
import takt.engine.series.Succession;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;

/**
 * Which series a run works on. One part and site is forecast once: where it has a history on several calendars, its own
 * counts before an inherited one, then the one that reaches further, then the finer one. A successor has the history of
 * its predecessors. A part without any history that vehicles will need is forecast where they are built, if that is one
 * site.
 *
 * @param origins the last bucket that may be known, by calendar
 */
public record Enlistment(Map<BucketCalendar, LocalDate> origins) {

    /**
     * Demand of a part at a site, up to its calendar's origin.
     *
     * @param last its last bucket
     */
    public record History(SeriesKey key, BucketCalendar calendar, LocalDate last) {}

    /**
     * Vehicles of a site need a part.
     *
     * @param site where they are built; empty where that is not known
     * @param calendar of a schedule of theirs
     * @param until the last day
     */
    public record Use(PartNumber part, String site, BucketCalendar calendar, LocalDate until) {}

    private record Candidate(BucketCalendar calendar, boolean isOwn, LocalDate last) {

        static final Comparator<Candidate> BEST = Comparator.comparing(Candidate::isOwn)
                .thenComparing(c -> c.calendar.plus(c.last, 1))
                .thenComparing(Candidate::calendar, Comparator.reverseOrder());

        Candidate with(Candidate other) {
            return new Candidate(calendar, isOwn || other.isOwn, last.isAfter(other.last) ? last : other.last);
        }
    }

    /** Chooses the calendar of each series; by calendar, in the order in which the run numbers them. */
    public SortedMap<BucketCalendar, SortedSet<SeriesKey>> choose(
            List<History> histories, Succession succession, List<Use> uses) {
        Map<SeriesKey, Map<BucketCalendar, Candidate>> candidates = new HashMap<>();
        Map<PartNumber, Set<PartNumber>> heirs = heirs(succession);
        for (History history : histories) {
            add(candidates, history.key(), new Candidate(history.calendar(), true, history.last()));
            for (PartNumber heir : heirs.getOrDefault(history.key().part(), Set.of())) {
                add(
                        candidates,
                        new SeriesKey(heir, history.key().site()),
                        new Candidate(history.calendar(), false, history.last()));
            }
        }
        Set<PartNumber> known =
                candidates.keySet().stream().map(SeriesKey::part).collect(Collectors.toSet());
        needed(uses, known)
                .forEach((key, calendars) -> calendars.forEach(
                        calendar -> add(candidates, key, new Candidate(calendar, false, origin(calendar)))));
        SortedMap<BucketCalendar, SortedSet<SeriesKey>> chosen = new TreeMap<>();
        candidates.forEach((key, all) -> chosen.computeIfAbsent(
                        all.values().stream().max(Candidate.BEST).orElseThrow().calendar(), calendar -> new TreeSet<>())
                .add(key));
        return chosen;
    }

    private static void add(
            Map<SeriesKey, Map<BucketCalendar, Candidate>> candidates, SeriesKey key, Candidate candidate) {
        candidates
                .computeIfAbsent(key, k -> new EnumMap<>(BucketCalendar.class))
                .merge(candidate.calendar(), candidate, Candidate::with);
    }

    /** Parts without a history that are still needed after a calendar's origin, at the one site that needs them. */
    private Map<SeriesKey, Set<BucketCalendar>> needed(List<Use> uses, Set<PartNumber> known) {
        record Need(PartNumber part, BucketCalendar calendar) {}
        Map<Need, Set<String>> sites = uses.stream()
                .filter(use -> !known.contains(use.part()))
                .filter(use -> use.until().isAfter(origin(use.calendar())))
                .collect(Collectors.groupingBy(
                        use -> new Need(use.part(), use.calendar()),
                        Collectors.mapping(Use::site, Collectors.toSet())));
        Map<SeriesKey, Set<BucketCalendar>> needed = new HashMap<>();
        sites.forEach((need, where) -> {
            String site = where.iterator().next();
            if (where.size() == 1 && !site.isEmpty()) {
                needed.computeIfAbsent(new SeriesKey(need.part(), new SiteId(site)), key -> new HashSet<>())
                        .add(need.calendar());
            }
        });
        return needed;
    }

    private LocalDate origin(BucketCalendar calendar) {
        return Objects.requireNonNull(origins.get(calendar));
    }

    /** Those that take a part's place, one after the other. */
    private static Map<PartNumber, Set<PartNumber>> heirs(Succession succession) {
        Map<PartNumber, Set<PartNumber>> heirs = new HashMap<>();
        succession
                .parts()
                .forEach(heir -> succession
                        .inherited(heir)
                        .forEach(from -> heirs.computeIfAbsent(from.part(), part -> new HashSet<>())
                                .add(heir)));
        return heirs;
    }
}
