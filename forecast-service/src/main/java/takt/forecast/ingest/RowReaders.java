package takt.forecast.ingest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import takt.kernel.DemandCategory;
import takt.kernel.Fact;
import takt.kernel.PartNumber;
import takt.kernel.RawRow;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;

/** One rule per kind of row. */
final class RowReaders {

    private static final LocalDate ALWAYS_FROM = LocalDate.of(1, 1, 1);
    private static final int LONGEST_CODE = 100;
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
        UnitCode unit = UnitCode.find(row.text("unit"))
                .orElseThrow(() -> row.fault(
                        "unit", "UNIT_UNKNOWN", "Use a UN/ECE code: " + Arrays.toString(UnitCode.values()) + "."));
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
        if (catalogue.successions().isNamed(successor)) {
            throw row.fault("successor", "DUPLICATE_ROW", "An earlier line speaks of it; keep one of them.");
        }
        if (!row.has("predecessor")) {
            catalogue.successions().remove(successor);
            return new Fact(List.of(successor), List.of("", ALWAYS_FROM));
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
        catalogue.successions().put(successor, predecessor);
        return new Fact(List.of(successor), List.of(predecessor, from));
    }

    static Fact usage(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        LocalDate from = row.has("valid_from") ? row.date("valid_from") : ALWAYS_FROM;
        LocalDate to = row.has("valid_to") ? lastDay(row, "valid_to") : ALWAYS_TO;
        if (from.isAfter(to)) {
            throw row.fault("valid_to", "VALIDITY_REVERSED", "The end must not lie before the start; swap them.");
        }
        long quantity = row.thousandths("qty_per_vehicle");
        if (quantity == 0) {
            throw row.fault("qty_per_vehicle", "QUANTITY_ZERO", "Leave the row out or end its validity.");
        }
        return new Fact(
                List.of(known(row, "part", CodeKind.PART, catalogue), line(row, catalogue), from),
                List.of(to, quantity));
    }

    static Fact schedule(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String line = line(row, catalogue);
        LocalDate issued =
                bucket.calendar() == takt.kernel.BucketCalendar.MONTH ? lastDay(row, "issued") : row.date("issued");
        return new Fact(
                List.of(line, bucket.calendar().name(), issued, row.bucket(bucket.name(), bucket.calendar())),
                List.of(row.thousandths("planned_units")));
    }

    static Fact crossReference(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        CodeKind kind = Arrays.stream(CodeKind.values())
                .filter(k -> k.name().equalsIgnoreCase(row.text("what")))
                .findFirst()
                .orElseThrow(() -> row.fault("what", "CODE_KIND_UNKNOWN", "Write part or site."));
        String code = row.text("code");
        if (code.length() > LONGEST_CODE) {
            throw row.fault("code", "CODE_TOO_LONG", "A code has at most %d characters.".formatted(LONGEST_CODE));
        }
        if (catalogue.numbers(kind).contains(code)) {
            throw row.fault("code", "CODE_TAKEN", "It is the number of a %s of its own.".formatted(row.text("what")));
        }
        String means = row.has("means") ? row.text("means") : "";
        if (!means.isEmpty() && !catalogue.numbers(kind).contains(means)) {
            throw row.fault("means", kind.unknown(), "Name it by its own number.");
        }
        return new Fact(List.of(kind.name(), code), List.of(means));
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
                List.of(row.thousandths("demand")));
    }

    /** A month stands for its last day where an end is meant. */
    private static LocalDate lastDay(RawRow row, String column) {
        LocalDate date = row.date(column);
        return row.text(column).length() == 7 ? date.plusMonths(1).minusDays(1) : date;
    }

    /** The number of what the row names, be it by another code. */
    private static String known(RawRow row, String column, CodeKind kind, Catalogue catalogue) {
        return catalogue
                .find(kind, row.text(column))
                .orElseThrow(() -> row.fault(
                        column,
                        kind.unknown(),
                        "Import the %s first, accept a cross-reference, or correct the spelling.".formatted(column)));
    }

    private static String line(RawRow row, Catalogue catalogue) {
        if (!catalogue.lines().contains(row.text("line"))) {
            throw row.fault("line", "LINE_UNKNOWN", "Import the line first, or correct the spelling.");
        }
        return row.text("line");
    }
}
