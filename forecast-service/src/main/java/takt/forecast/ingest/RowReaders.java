package takt.forecast.ingest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import takt.kernel.DemandCategory;
import takt.kernel.Fact;
import takt.kernel.PartNumber;
import takt.kernel.RawRow;
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
        String site = row.has("site") ? known(row, "site", catalogue.sites(), "SITE_UNKNOWN") : "";
        return new Fact(List.of(row.text("line")), List.of(row.text("name"), site));
    }

    static Fact succession(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String successor = known(row, "successor", catalogue.parts().keySet(), "PART_UNKNOWN");
        if (!row.has("predecessor")) {
            catalogue.successions().remove(successor);
            return new Fact(List.of(successor), List.of("", ALWAYS_FROM));
        }
        String predecessor = known(row, "predecessor", catalogue.parts().keySet(), "PART_UNKNOWN");
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
                List.of(
                        known(row, "part", catalogue.parts().keySet(), "PART_UNKNOWN"),
                        known(row, "line", catalogue.lines(), "LINE_UNKNOWN"),
                        from),
                List.of(to, quantity));
    }

    static Fact schedule(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String line = known(row, "line", catalogue.lines(), "LINE_UNKNOWN");
        LocalDate issued =
                bucket.calendar() == takt.kernel.BucketCalendar.MONTH ? lastDay(row, "issued") : row.date("issued");
        return new Fact(
                List.of(line, bucket.calendar().name(), issued, row.bucket(bucket.name(), bucket.calendar())),
                List.of(row.thousandths("planned_units")));
    }

    static Fact built(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String line = known(row, "line", catalogue.lines(), "LINE_UNKNOWN");
        return new Fact(
                List.of(line, bucket.calendar().name(), row.bucket(bucket.name(), bucket.calendar())),
                List.of(row.thousandths("units_built")));
    }

    static Fact demand(RawRow row, BucketColumn bucket, Catalogue catalogue) {
        String part = known(row, "part", catalogue.parts().keySet(), "PART_UNKNOWN");
        String site = known(row, "site", catalogue.sites(), "SITE_UNKNOWN");
        return new Fact(
                List.of(part, site, bucket.calendar().name(), row.bucket(bucket.name(), bucket.calendar())),
                List.of(row.thousandths("demand")));
    }

    /** A month stands for its last day where an end is meant. */
    private static LocalDate lastDay(RawRow row, String column) {
        LocalDate date = row.date(column);
        return row.text(column).length() == 7 ? date.plusMonths(1).minusDays(1) : date;
    }

    private static String known(RawRow row, String column, Set<String> names, String reason) {
        String name = row.text(column);
        if (!names.contains(name)) {
            throw row.fault(column, reason, "Import the %s first, or correct the spelling.".formatted(column));
        }
        return name;
    }
}
