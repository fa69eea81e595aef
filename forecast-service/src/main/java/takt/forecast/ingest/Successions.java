package takt.forecast.ingest;

import java.time.LocalDate;
import java.util.List;
import takt.forecast.master.Catalogue;
import takt.forecast.master.SuccessionDraft;
import takt.forecast.master.SuccessionDraft.Link;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Cell;
import takt.ingest.kind.Column;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Shape;
import takt.ingest.row.RawRow;

/** Which part takes another one's place, and from when. */
public final class Successions implements FactKind<Catalogue> {

    private static final Cell<String> SUCCESSOR = Cell.text("successor");
    private static final Cell<String> PREDECESSOR = Cell.text("predecessor");
    private static final Cell<LocalDate> FROM = Cell.date("valid_from");
    private static final Shape SHAPE = Shape.of("succession", List.of(SUCCESSOR), List.of(PREDECESSOR, FROM));

    @Override
    public String name() {
        return "SUCCESSIONS";
    }

    @Override
    public String help() {
        return "Which part takes another one's place. It begins with its predecessor's demand and usage; both have one unit, and along a chain the days follow one another.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("successor", "BRK-4712", "The part that comes."),
                Column.needed("predecessor", "BRK-4711", "The part whose place it takes; empty ends the link."),
                Column.needed("from", "2026-11-02", "First day on which the successor is used."));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, Catalogue known) {
        String successor = known.codes().known(row, "successor", CodeKind.PART);
        if (!row.has("predecessor")) {
            return SHAPE.fact(SUCCESSOR.is(successor), PREDECESSOR.is(""), FROM.is(Cells.ALWAYS_FROM));
        }
        String predecessor = known.codes().known(row, "predecessor", CodeKind.PART);
        LocalDate from = row.date("from");
        requireOneUnit(row, successor, predecessor, known);
        requireChain(row, successor, new Link(predecessor, from), known.successions());
        return SHAPE.fact(SUCCESSOR.is(successor), PREDECESSOR.is(predecessor), FROM.is(from));
    }

    private static void requireOneUnit(RawRow row, String successor, String predecessor, Catalogue known) {
        if (known.parts().get(successor) != known.parts().get(predecessor)) {
            throw row.fault(
                    "predecessor",
                    "UNIT_MISMATCH",
                    "Its unit is %s, that of %s is %s; the demand of one says nothing of the other."
                            .formatted(
                                    known.parts().get(predecessor),
                                    successor,
                                    known.parts().get(successor)));
        }
    }

    private static void requireChain(RawRow row, String successor, Link link, SuccessionDraft links) {
        if (links.closesCircle(link.predecessor(), successor)) {
            throw row.fault("predecessor", "SUCCESSION_CYCLE", "The part would be its own predecessor.");
        }
        links.rival(link.predecessor(), successor).ifPresent(other -> {
            throw row.fault(
                    "predecessor",
                    "SUCCESSOR_EXISTS",
                    "%s takes its place already; end that first, by a row without a predecessor.".formatted(other));
        });
        links.predecessorFrom(link).ifPresent(day -> {
            throw row.fault("from", "SUCCESSION_REVERSED", "Its predecessor comes only on %s itself.".formatted(day));
        });
        links.successorFrom(successor, link).ifPresent(day -> {
            throw row.fault(
                    "from", "SUCCESSION_REVERSED", "Another part takes its place on %s already.".formatted(day));
        });
    }

    @Override
    public void taken(Fact fact, Catalogue known) {
        if (fact.get(PREDECESSOR).isEmpty()) {
            known.successions().remove(fact.get(SUCCESSOR));
        } else {
            known.successions().put(fact.get(SUCCESSOR), new Link(fact.get(PREDECESSOR), fact.get(FROM)));
        }
    }
}
