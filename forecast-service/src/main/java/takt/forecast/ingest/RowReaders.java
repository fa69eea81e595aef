package takt.forecast.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import takt.forecast.master.Catalogue;
import takt.forecast.master.SuccessionDraft;
import takt.forecast.master.UnitEquation;
import takt.forecast.master.UsageDraft;
import takt.ingest.code.CodeKind;
import takt.ingest.kind.Fact;
import takt.ingest.row.RawRow;
import takt.kernel.BucketCalendar;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;

/** One rule per kind of row. */
final class RowReaders {

    private static final LocalDate ALWAYS_FROM = LocalDate.of(1, 1, 1);
    private static final LocalDate ALWAYS_TO = LocalDate.of(9999, 12, 31);

    private RowReaders() {}

    static Fact site(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        if (!SiteId.isValid(row.text("site"))) {
            throw row.fault("site", "SITE_INVALID", "Write a BPNS: BPNS and 12 letters or digits.");
        }
        return new Fact(List.of(row.text("site")), List.of(row.text("name")));
    }

    static Fact part(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        if (!PartNumber.isValid(row.text("part"))) {
            throw row.fault(
                    "part",
                    "PART_INVALID",
                    "Use 1 to 50 letters, digits, blanks or ._/+- and begin with a letter or digit.");
        }
        UnitCode unit = unit(row, catalogue);
        DemandCategory category = DemandCategory.find(row.text("category"))
                .orElseThrow(() ->
                        row.fault("category", "CATEGORY_UNKNOWN", "Use SR99 for series or A1S1 for after-sales."));
        return new Fact(
                List.of(row.text("part")),
                List.of(row.textOr("description", ""), unit.name(), row.textOr("family", ""), category.code()));
    }

    static Fact line(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String site = row.has("site") ? known(row, "site", CodeKind.SITE, catalogue) : "";
        return new Fact(List.of(row.text("line")), List.of(row.text("name"), site));
    }

    static Fact succession(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String successor = known(row, "successor", CodeKind.PART, catalogue);
        if (!row.has("predecessor")) {
            return new Fact(
                    List.of(successor),
                    List.of("", ALWAYS_FROM),
                    () -> catalogue.successions().remove(successor));
        }
        String predecessor = known(row, "predecessor", CodeKind.PART, catalogue);
        LocalDate from = row.date("from");
        if (catalogue.parts().get(successor) != catalogue.parts().get(predecessor)) {
            throw row.fault(
                    "predecessor",
                    "UNIT_MISMATCH",
                    "Its unit is %s, that of %s is %s; the demand of one says nothing of the other."
                            .formatted(
                                    catalogue.parts().get(predecessor),
                                    successor,
                                    catalogue.parts().get(successor)));
        }
        if (catalogue.successions().closesCircle(predecessor, successor)) {
            throw row.fault("predecessor", "SUCCESSION_CYCLE", "The part would be its own predecessor.");
        }
        catalogue.successions().rival(predecessor, successor).ifPresent(other -> {
            throw row.fault(
                    "predecessor",
                    "SUCCESSOR_EXISTS",
                    "%s takes its place already; end that first, by a row without a predecessor.".formatted(other));
        });
        SuccessionDraft.Link link = new SuccessionDraft.Link(predecessor, from);
        catalogue.successions().predecessorFrom(link).ifPresent(day -> {
            throw row.fault("from", "SUCCESSION_REVERSED", "Its predecessor comes only on %s itself.".formatted(day));
        });
        catalogue.successions().successorFrom(successor, link).ifPresent(day -> {
            throw row.fault(
                    "from", "SUCCESSION_REVERSED", "Another part takes its place on %s already.".formatted(day));
        });
        return new Fact(
                List.of(successor),
                List.of(predecessor, from),
                () -> catalogue.successions().put(successor, link));
    }

    static Fact usage(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        LocalDate from = row.has("valid_from") ? row.date("valid_from") : ALWAYS_FROM;
        LocalDate to = row.has("valid_to") ? lastDay(row, "valid_to") : ALWAYS_TO;
        if (from.isAfter(to)) {
            throw row.fault("valid_to", "VALIDITY_REVERSED", "The end must not lie before the start; swap them.");
        }
        BigDecimal quantity = row.factor("qty_per_vehicle");
        if (quantity.signum() == 0) {
            throw row.fault("qty_per_vehicle", "QUANTITY_ZERO", "Leave the row out or end its validity.");
        }
        String part = known(row, "part", CodeKind.PART, catalogue);
        String line = line(row, catalogue);
        UsageDraft.Span span = new UsageDraft.Span(from, to);
        catalogue.usage().overlapping(part, line, span).ifPresent(other -> {
            throw row.fault(
                    "valid_from",
                    "VALIDITY_OVERLAPS",
                    "The part is used on the line from %s to %s already; end that first, by a row with an earlier valid_to."
                            .formatted(other.from(), other.to()));
        });
        return new Fact(
                List.of(part, line, from),
                List.of(to, quantity),
                () -> catalogue.usage().know(part, line, span));
    }

    static Fact schedule(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String line = line(row, catalogue);
        LocalDate issued = bucket.calendar() == BucketCalendar.MONTH ? lastDay(row, "issued") : row.date("issued");
        return new Fact(
                List.of(line, bucket.calendar().name(), issued, row.bucket(bucket.name(), bucket.calendar())),
                List.of(row.thousandths("planned_units")));
    }

    static Fact crossReference(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        return catalogue.codes().crossReference(row);
    }

    static Fact built(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String line = line(row, catalogue);
        return new Fact(
                List.of(line, bucket.calendar().name(), row.bucket(bucket.name(), bucket.calendar())),
                List.of(row.thousandths("units_built")));
    }

    static Fact demand(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String part = known(row, "part", CodeKind.PART, catalogue);
        String site = known(row, "site", CodeKind.SITE, catalogue);
        return new Fact(
                List.of(part, site, bucket.calendar().name(), row.bucket(bucket.name(), bucket.calendar())),
                List.of(quantity(row, "demand", part, catalogue)));
    }

    static Fact unitConversion(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String part = known(row, "part", CodeKind.PART, catalogue);
        UnitCode unit = unit(row, catalogue);
        if (unit.isLike(own(part, catalogue))) {
            throw row.fault(
                    "unit",
                    "CONVERSION_FIXED",
                    "The part's unit measures the same; the factor is not a matter of the part.");
        }
        return new Fact(List.of(part, unit.name()), List.of(aboveZero(row, "amount"), aboveZero(row, "equals")));
    }

    static Fact plantWeek(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        return new Fact(
                List.of(known(row, "site", CodeKind.SITE, catalogue), row.bucket("week", BucketCalendar.ISO_WEEK)),
                List.of((long) row.integer("working_days", 0, 7), row.textOr("what", "")));
    }

    static Fact stock(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String part = known(row, "part", CodeKind.PART, catalogue);
        return new Fact(
                List.of(part, known(row, "site", CodeKind.SITE, catalogue), row.bucket("day", BucketCalendar.DAY)),
                List.of(quantity(row, "stock", part, catalogue)));
    }

    private static long aboveZero(RawRow row, String column) {
        long quantity = row.thousandths(column);
        if (quantity == 0) {
            throw row.fault(column, "QUANTITY_ZERO", "Write how much one unit is of the other.");
        }
        return quantity;
    }

    /** In the part's own unit, whatever unit the row is in. */
    private static long quantity(RawRow row, String column, String part, Catalogue catalogue) {
        UnitCode own = own(part, catalogue);
        UnitCode unit = row.has("unit") ? unit(row, catalogue) : own;
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
        UnitEquation equation = catalogue
                .equation(part, unit)
                .orElseThrow(() -> row.fault(
                        "unit",
                        "UNIT_MISMATCH",
                        "The part comes in %s, and nobody said how much of it a %s is; import a unit conversion."
                                .formatted(own, unit.label())));
        return row.thousandths(column, equation::convert);
    }

    private static UnitCode own(String part, Catalogue catalogue) {
        return Optional.ofNullable(catalogue.parts().get(part)).orElseThrow();
    }

    private static UnitCode unit(RawRow row, Catalogue catalogue) {
        return catalogue.codes().unit(row, "unit");
    }

    /** A month stands for its last day where an end is meant. */
    private static LocalDate lastDay(RawRow row, String column) {
        LocalDate date = row.date(column);
        return row.text(column).length() == 7 ? date.plusMonths(1).minusDays(1) : date;
    }

    /** The number of what the row names, be it by another code. */
    private static String known(RawRow row, String column, CodeKind kind, Catalogue catalogue) {
        return catalogue.codes().known(row, column, kind);
    }

    private static String line(RawRow row, Catalogue catalogue) {
        return known(row, "line", CodeKind.LINE, catalogue);
    }
}
