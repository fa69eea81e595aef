package takt.ingest.usecase;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import takt.ingest.judge.Outcome;
import takt.ingest.judge.QuarantinedRow;
import takt.ingest.judge.QuarantinedRow.State;
import takt.ingest.judge.ReplayRule;
import takt.ingest.judge.Standing;
import takt.ingest.kind.Fact;
import takt.ingest.kind.Reading;
import takt.ingest.row.RawRow;
import takt.ingest.row.Rejection;
import takt.ingest.row.RowFault;
import takt.ingest.usecase.port.FactStore;
import takt.ingest.usecase.port.Writing;
import takt.ingest.usecase.port.Writing.Decided;
import takt.ingest.usecase.port.Writing.Stayed;

/** One replay under its turn: rows are judged again, some at a time, and the good ones let in. */
final class ReplayWork {

    /** Rows that were not kept as they were read, or that contradict another one: only other cells let them in. */
    private static final Set<String> FOR_PEOPLE = Set.of("CELL_TOO_LONG", "CONTROL_CHARACTER", "DUPLICATE_ROW");

    private record Candidate(QuarantinedRow row, List<String> cells, Fact fact) {}

    private final UUID importId = UUID.randomUUID();
    private final FactStore facts;
    private final Reading<?> reading;
    private final Landing landing;
    private final String by;
    /** What rows were about, all of one replay: they may contradict one another. */
    private final Map<List<Object>, UUID> seen = new HashMap<>();

    private final List<Decided> outdated = new ArrayList<>();
    private final List<Stayed> stayed = new ArrayList<>();
    private Outcome outcome = Outcome.NONE;

    ReplayWork(FactStore facts, Reading<?> reading, Landing landing, String by) {
        this.facts = facts;
        this.reading = reading;
        this.landing = landing;
        this.by = by;
    }

    UUID importId() {
        return importId;
    }

    Outcome outcome() {
        return outcome;
    }

    /** @param cells one list per row, those to be judged */
    Uni<Void> land(List<QuarantinedRow> rows, List<List<String>> cells) {
        List<Candidate> good = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            judge(rows.get(i), cells.get(i)).ifPresent(good::add);
        }
        return facts.isAnyKnown(
                        reading.shape(), good.stream().map(Candidate::fact).toList())
                .chain(known -> landing.add(writing -> keep(writing, good, known)))
                .chain(() -> landing.end(true));
    }

    private Optional<Candidate> judge(QuarantinedRow row, List<String> cells) {
        try {
            if (cells.equals(row.cells()) && FOR_PEOPLE.contains(row.rejection().reason())) {
                throw new RowFault(row.rejection());
            }
            RawRow raw = new RawRow(row.rejection().line(), row.columns(), cells);
            List<String> missing = reading.missing(row.columns());
            if (!missing.isEmpty()) { // the kind needs more than it did
                throw raw.fault("", "COLUMN_MISSING", "The row lacks %s; import it again.".formatted(missing));
            }
            Fact fact = reading.read(raw);
            UUID newer = seen.putIfAbsent(fact.key(), row.importId());
            if (newer == null) {
                reading.taken(fact);
                return Optional.of(new Candidate(row, cells, fact));
            }
            if (newer.equals(row.importId())) {
                throw new RowFault(duplicate(row));
            }
            outcome = outcome.plus(ReplayRule.IS_SUPERSEDED);
            outdated.add(new Decided(row, State.SUPERSEDED, cells));
            return Optional.empty();
        } catch (RowFault fault) {
            stays(row, cells, fault.rejection());
            return Optional.empty();
        }
    }

    private void stays(QuarantinedRow row, List<String> cells, Rejection why) {
        outcome = outcome.plus(why);
        if (cells.equals(row.cells()) && !why.isLike(row.rejection())) {
            stayed.add(new Stayed(row, why));
        }
    }

    private Uni<Void> keep(Writing writing, List<Candidate> good, boolean isAnyKnown) {
        List<Decided> overtaken = List.copyOf(outdated);
        outdated.clear();
        Uni<Void> landed = good.isEmpty() ? Uni.createFrom().voidItem() : land(writing, good, isAnyKnown);
        return landed.chain(() -> writing.decide(overtaken, by, "")).chain(() -> {
            List<Stayed> still = List.copyOf(stayed);
            stayed.clear();
            return writing.stay(still);
        });
    }

    private Uni<Void> land(Writing writing, List<Candidate> good, boolean isAnyKnown) {
        return writing.standing(
                        reading.shape(),
                        good.stream().map(Candidate::fact).toList(),
                        good.stream().map(c -> c.row().at()).toList(),
                        good.stream().map(c -> c.row().importId()).toList())
                .chain(standings -> {
                    List<Fact> landing = new ArrayList<>();
                    List<Decided> decided = new ArrayList<>();
                    for (int i = 0; i < good.size(); i++) {
                        decide(good.get(i), standings.get(i), landing).ifPresent(decided::add);
                    }
                    return writing.append(importId, reading.shape(), landing, isAnyKnown)
                            .chain(() -> writing.decide(decided, by, ""));
                });
    }

    private Optional<Decided> decide(Candidate candidate, Standing standing, List<Fact> landing) {
        ReplayRule rule = ReplayRule.of(standing);
        if (rule == ReplayRule.STAYS) {
            stays(candidate.row(), candidate.cells(), duplicate(candidate.row()));
        } else {
            outcome = outcome.plus(rule);
        }
        if (rule == ReplayRule.LANDS) {
            landing.add(candidate.fact());
        }
        return rule.decided().map(state -> new Decided(candidate.row(), state, candidate.cells()));
    }

    private static Rejection duplicate(QuarantinedRow row) {
        return new Rejection(
                row.rejection().line(),
                "",
                "",
                "DUPLICATE_ROW",
                "Another row of the same import gave it another value; dismiss this one, or import a correction.");
    }
}
