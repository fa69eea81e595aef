package takt.forecast.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import takt.forecast.master.Catalogue;
import takt.forecast.master.UsageDraft.Span;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Cell;
import takt.ingest.kind.Column;
import takt.ingest.kind.Fact;
import takt.ingest.kind.FactKind;
import takt.ingest.kind.Shape;
import takt.ingest.row.RawRow;

/** How much of a part a vehicle of a line needs, and from when to when. */
public final class Usage implements FactKind<Catalogue> {

    private static final Cell<String> PART = Cell.text("part");
    private static final Cell<String> LINE = Cell.text("line");
    private static final Cell<LocalDate> FROM = Cell.date("valid_from");
    private static final Cell<LocalDate> TO = Cell.date("valid_to");
    private static final Cell<BigDecimal> QUANTITY = Cell.decimal("quantity");
    private static final Shape SHAPE = Shape.of("usage_link", List.of(PART, LINE, FROM), List.of(TO, QUANTITY));

    @Override
    public String name() {
        return "USAGE";
    }

    @Override
    public String help() {
        return "How much of a part a vehicle of a line needs. Spans of one part and line must not overlap.";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("part", "BRK-4711", "Number of the part, or another code of it."),
                Column.needed("line", "COMPACT", "The vehicle line."),
                Column.needed("qty_per_vehicle", "2", "How much a vehicle needs, above 0.")
                        .in("the part's own unit"),
                Column.needed("valid_from", "2026-01-05", "First day, or the month as YYYY-MM; empty means always."),
                Column.needed(
                        "valid_to", "2027-06", "Last day, or the month whose last day it is; empty means for good."));
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public Fact read(RawRow row, Catalogue known) {
        LocalDate from = row.has("valid_from") ? row.date("valid_from") : Cells.ALWAYS_FROM;
        LocalDate to = row.has("valid_to") ? Cells.lastDay(row, "valid_to") : Cells.ALWAYS_TO;
        if (from.isAfter(to)) {
            throw row.fault("valid_to", "VALIDITY_REVERSED", "The end must not lie before the start; swap them.");
        }
        BigDecimal quantity = row.factor("qty_per_vehicle");
        if (quantity.signum() == 0) {
            throw row.fault("qty_per_vehicle", "QUANTITY_ZERO", "Leave the row out or end its validity.");
        }
        String part = known.codes().known(row, "part", CodeKind.PART);
        String line = known.codes().known(row, "line", CodeKind.LINE);
        known.usage().overlapping(part, line, new Span(from, to)).ifPresent(other -> {
            throw row.fault(
                    "valid_from",
                    "VALIDITY_OVERLAPS",
                    "The part is used on the line from %s to %s already; end that first, by a row with an earlier valid_to."
                            .formatted(other.from(), other.to()));
        });
        return SHAPE.fact(PART.is(part), LINE.is(line), FROM.is(from), TO.is(to), QUANTITY.is(quantity));
    }

    @Override
    public void taken(Fact fact, Catalogue known) {
        known.usage().know(fact.get(PART), fact.get(LINE), new Span(fact.get(FROM), fact.get(TO)));
    }
}
