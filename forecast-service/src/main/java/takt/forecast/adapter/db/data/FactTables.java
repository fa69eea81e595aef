package takt.forecast.adapter.db.data;

import static takt.ingest.adapter.db.FactTable.Type.DATE;
import static takt.ingest.adapter.db.FactTable.Type.DECIMAL;
import static takt.ingest.adapter.db.FactTable.Type.LONG;
import static takt.ingest.adapter.db.FactTable.Type.TEXT;
import static takt.ingest.adapter.db.FactTable.column;

import java.util.List;
import takt.forecast.ingest.FeedKind;
import takt.ingest.adapter.db.FactTable;

/** Which table keeps the facts of a kind; the columns stand in the order of takt.forecast.ingest's facts. */
public final class FactTables {

    private FactTables() {}

    public static FactTable of(FeedKind kind) {
        return switch (kind) {
            case SITES -> new FactTable("site", List.of(column("site", TEXT)), List.of(column("name", TEXT)));
            case PARTS ->
                new FactTable(
                        "part",
                        List.of(column("part", TEXT)),
                        List.of(
                                column("description", TEXT),
                                column("unit", TEXT),
                                column("family", TEXT),
                                column("category", TEXT)));
            case VEHICLE_LINES ->
                new FactTable(
                        "vehicle_line",
                        List.of(column("line", TEXT)),
                        List.of(column("name", TEXT), column("site", TEXT)));
            case USAGE ->
                new FactTable(
                        "usage_link",
                        List.of(column("part", TEXT), column("line", TEXT), column("valid_from", DATE)),
                        List.of(column("valid_to", DATE), column("quantity", DECIMAL)));
            case PRODUCTION_SCHEDULE ->
                new FactTable(
                        "planned_volume",
                        List.of(
                                column("line", TEXT),
                                column("calendar", TEXT),
                                column("issued", DATE),
                                column("bucket", DATE)),
                        List.of(column("quantity", LONG)));
            case BUILT_VOLUME ->
                new FactTable(
                        "built_volume",
                        List.of(column("line", TEXT), column("calendar", TEXT), column("bucket", DATE)),
                        List.of(column("quantity", LONG)));
            case SUCCESSIONS ->
                new FactTable(
                        "succession",
                        List.of(column("successor", TEXT)),
                        List.of(column("predecessor", TEXT), column("valid_from", DATE)));
            case CROSS_REFERENCES ->
                new FactTable(
                        "cross_reference",
                        List.of(column("kind", TEXT), column("code", TEXT)),
                        List.of(column("means", TEXT)));
            case UNIT_CONVERSIONS ->
                new FactTable(
                        "unit_conversion",
                        List.of(column("part", TEXT), column("unit", TEXT)),
                        List.of(column("amount", LONG), column("equals", LONG)));
            case PLANT_CALENDAR ->
                new FactTable(
                        "plant_week",
                        List.of(column("site", TEXT), column("week", DATE)),
                        List.of(column("working_days", LONG), column("what", TEXT)));
            case INVENTORY ->
                new FactTable(
                        "stock",
                        List.of(column("part", TEXT), column("site", TEXT), column("day", DATE)),
                        List.of(column("quantity", LONG)));
            case DEMAND ->
                new FactTable(
                        "demand",
                        List.of(
                                column("part", TEXT),
                                column("site", TEXT),
                                column("calendar", TEXT),
                                column("bucket", DATE)),
                        List.of(column("quantity", LONG)));
        };
    }
}
