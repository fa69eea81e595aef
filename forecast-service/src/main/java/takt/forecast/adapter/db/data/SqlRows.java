package takt.forecast.adapter.db.data;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.stream.StreamSupport;

/** Rows of an answer. */
final class SqlRows {

    private SqlRows() {}

    static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
