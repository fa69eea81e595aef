package takt.ingest.adapter.db;

import java.util.LinkedHashMap;
import java.util.Map;
import takt.ingest.kind.Shape;

/** The columns that a migration must give the table of a shape. */
public final class FactColumns {

    private FactColumns() {}

    /** Types of PostgreSQL by column. */
    public static Map<String, String> of(Shape shape) {
        Map<String, String> columns = new LinkedHashMap<>();
        shape.cells().forEach(cell -> columns.put(cell.name(), FactTable.sql(cell)));
        columns.put("revision", "bigint");
        columns.put("import_id", "uuid");
        columns.put("known_since", "timestamp with time zone");
        return columns;
    }
}
