package takt.forecast.ingest;

import java.time.LocalDate;
import takt.forecast.master.Catalogue;
import takt.forecast.master.UnitEquation;
import takt.ingest.kind.Column;
import takt.ingest.row.RawRow;
import takt.kernel.UnitCode;

/** Cells that several kinds read alike. */
final class Cells {

    static final LocalDate ALWAYS_FROM = LocalDate.of(1, 1, 1);
    static final LocalDate ALWAYS_TO = LocalDate.of(9999, 12, 31);

    private Cells() {}

    static Column unitColumn() {
        return Column.optional(
                "unit",
                "KGM",
                "UN/ECE code of the unit that the quantity is in; it is converted to the part's own exactly, or refused.");
    }

    /** In the part's own unit, whatever unit the row is in; in thousandths. */
    static long quantity(RawRow row, String column, String part, Catalogue known) {
        UnitCode own = known.unit(part);
        UnitCode unit = row.has("unit") ? known.codes().unit(row, "unit") : own;
        if (unit == own) {
            long quantity = row.thousandths(column);
            if (quantity % own.grainThousandths() != 0) {
                throw row.fault(
                        column,
                        "QUANTITY_BROKEN",
                        "The part is counted in whole %ss. If a mark parts thousands here, say so when the file is read."
                                .formatted(own.label()));
            }
            return quantity;
        }
        UnitEquation equation = known.equation(part, unit)
                .orElseThrow(() -> row.fault(
                        "unit",
                        "UNIT_MISMATCH",
                        "The part comes in %s, and nobody said how much of it a %s is; import a unit conversion."
                                .formatted(own, unit.label())));
        return row.thousandths(column, equation::convert);
    }

    /** A month stands for its last day where an end is meant. */
    static LocalDate lastDay(RawRow row, String column) {
        LocalDate date = row.date(column);
        return row.text(column).length() == 7 ? date.plusMonths(1).minusDays(1) : date;
    }
}
