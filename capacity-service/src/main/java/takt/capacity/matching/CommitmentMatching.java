package takt.capacity.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import takt.capacity.commitment.AskedLine;
import takt.capacity.commitment.Commitment;
import takt.kernel.Quantity;
import takt.kernel.Week;

/** Matches what was asked for against what was promised. */
public final class CommitmentMatching {

    private CommitmentMatching() {}

    /** One gap per line with weeks that are committed below demand, and one per publication nobody answered in time. */
    public static List<Gap> gaps(List<AskedLine> lines, List<Commitment> commitments, LocalDate today) {
        List<Gap> gaps = new ArrayList<>();
        Map<UUID, List<Commitment>> byLine =
                commitments.stream().collect(Collectors.groupingBy(c -> c.line().id()));
        for (AskedLine line : lines) {
            List<Commitment> shortWeeks = byLine.getOrDefault(line.id(), List.of()).stream()
                    .filter(c ->
                            c.answer().committed() < line.demandOf(c.answer().week()))
                    .sorted(Comparator.comparing(c -> c.answer().week()))
                    .toList();
            if (!shortWeeks.isEmpty()) {
                gaps.add(shortfall(line, shortWeeks));
            }
        }
        gaps.addAll(overdue(lines, byLine, today));
        return gaps;
    }

    private static Gap shortfall(AskedLine line, List<Commitment> shortWeeks) {
        List<Week> weeks = shortWeeks.stream().map(c -> c.answer().week()).toList();
        long asked = weeks.stream().mapToLong(line::demandOf).sum();
        long committed =
                shortWeeks.stream().mapToLong(c -> c.answer().committed()).sum();
        int first = line.firstWeek().until(weeks.get(0));
        return new Gap(
                "%s/%s/%s/%s"
                        .formatted(GapKind.COMMITMENT_SHORTFALL, line.supplier(), line.part(), line.customerSite()),
                new GapCause.NotCommitted(
                        line.part().value(),
                        Exceedance.of(line, first, shortWeeks.get(0).answer().committed())),
                line.supplier(),
                List.of(line.part().value()),
                weeks,
                new Quantity(asked - committed, line.unit()),
                new Quantity(asked, line.unit()));
    }

    private static List<Gap> overdue(List<AskedLine> lines, Map<UUID, List<Commitment>> byLine, LocalDate today) {
        Map<UUID, List<AskedLine>> publications = lines.stream()
                .collect(Collectors.groupingBy(AskedLine::publicationId, TreeMap::new, Collectors.toList()));
        return publications.values().stream()
                .filter(all ->
                        today.isAfter(all.get(0).answerBy()) && all.stream().noneMatch(l -> byLine.containsKey(l.id())))
                .map(all -> overdue(all.get(0), all))
                .toList();
    }

    private static Gap overdue(AskedLine line, List<AskedLine> all) {
        Quantity nothing = new Quantity(0, line.unit());
        return new Gap(
                "%s/%s".formatted(GapKind.COMMITMENT_OVERDUE, line.supplier()),
                new GapCause.NotAnswered(),
                line.supplier(),
                all.stream().map(l -> l.part().value()).distinct().limit(50).toList(),
                List.of(line.firstWeek()),
                nothing,
                nothing);
    }
}
