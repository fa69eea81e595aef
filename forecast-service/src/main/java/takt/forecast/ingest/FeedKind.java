package takt.forecast.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import takt.forecast.master.Catalogue;
import takt.ingest.kind.Fact;
import takt.ingest.row.RawRow;

/** The kinds of facts that can be imported, the columns each needs, and how a row is read. */
public enum FeedKind {
    SITES(RowReaders::site, "site", "name"),
    PARTS(RowReaders::part, "part", "description", "unit", "family", "category"),
    VEHICLE_LINES(RowReaders::line, "line", "name"),
    USAGE(RowReaders::usage, "part", "line", "qty_per_vehicle", "valid_from", "valid_to"),
    PRODUCTION_SCHEDULE(RowReaders::schedule, "issued", "line", "planned_units"),
    BUILT_VOLUME(RowReaders::built, "line", "units_built"),
    DEMAND(RowReaders::demand, "part", "site", "demand"),
    SUCCESSIONS(RowReaders::succession, "successor", "predecessor", "from"),
    CROSS_REFERENCES(RowReaders::crossReference, "what", "code", "means"),
    UNIT_CONVERSIONS(RowReaders::unitConversion, "part", "unit", "amount", "equals"),
    PLANT_CALENDAR(RowReaders::plantWeek, "site", "week", "working_days"),
    INVENTORY(RowReaders::stock, "part", "site", "day", "stock");

    /** Reads a row against what is known. */
    @FunctionalInterface
    interface Reader {
        Fact read(RawRow row, BucketColumn bucket, Catalogue catalogue);
    }

    private final Reader reader;
    private final List<String> required;

    FeedKind(Reader reader, String... required) {
        this.reader = reader;
        this.required = List.of(required);
    }

    private boolean hasBuckets() {
        return this == PRODUCTION_SCHEDULE || this == BUILT_VOLUME || this == DEMAND;
    }

    /** Columns that the header lacks, in words; empty when all are there. */
    public List<String> missing(List<String> columns) {
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(columns);
        if (hasBuckets() && BucketColumn.find(columns).isEmpty()) {
            missing.add("one of week, month, day");
        }
        return missing;
    }

    /** Turns rows with these columns into facts; throws {@link takt.ingest.row.RowFault} when one is no good. */
    public Function<RawRow, Fact> reader(List<String> columns, Catalogue catalogue) {
        BucketColumn bucket = BucketColumn.find(columns).orElse(BucketColumn.NONE);
        return row -> reader.read(row, bucket, catalogue);
    }
}
