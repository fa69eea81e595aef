package takt.ingest.adapter.db;

import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import takt.ingest.judge.QuarantinedRow;
import takt.ingest.judge.QuarantinedRow.Decision;
import takt.ingest.judge.QuarantinedRow.State;
import takt.ingest.row.Rejection;

/** Quarantined rows as they lie in their table. */
final class QuarantineRows {

    private QuarantineRows() {}

    static List<QuarantinedRow> rows(RowSet<Row> rows) {
        return stream(rows).map(QuarantineRows::row).toList();
    }

    static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    static QuarantinedRow row(Row row) {
        List<String> cells = texts(row.getString("cells"));
        State state = State.valueOf(row.getString("state"));
        return new QuarantinedRow(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("source"),
                row.getUUID("import_id"),
                texts(row.getString("columns")),
                cells,
                new Rejection(
                        row.getLong("line"),
                        row.getString("fault_column"),
                        row.getString("fault_value"),
                        row.getString("reason"),
                        row.getString("help")),
                row.getOffsetDateTime("quarantined_at").toInstant(),
                state == State.OPEN
                        ? Optional.empty()
                        : Optional.of(new Decision(
                                state,
                                row.getString("decided_by"),
                                row.getOffsetDateTime("decided_at").toInstant(),
                                row.getString("note"),
                                texts(row.getString("judged_cells")))));
    }

    static List<String> texts(String json) {
        return new JsonArray(json).stream().map(String::valueOf).toList();
    }
}
