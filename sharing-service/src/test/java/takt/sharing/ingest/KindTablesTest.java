package takt.sharing.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import db.migration.ImportReports;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import takt.ingest.kind.FactKind;
import takt.kit.Schema;
import takt.sharing.usecase.NetworkKinds;

class KindTablesTest {

    @Test
    void aKindIsKeptInATableOfItsShape() throws Exception {
        try (Schema schema = new Schema(new ImportReports())) {
            for (FactKind<?> kind : NetworkKinds.ALL) {
                Map<String, String> expected = new LinkedHashMap<>();
                kind.shape()
                        .cells()
                        .forEach(cell -> expected.put(
                                cell.name(),
                                switch (cell.type()) {
                                    case TEXT -> "text";
                                    case DATE -> "date";
                                    case WHOLE -> "bigint";
                                    case DECIMAL -> "numeric";
                                    case REAL -> "double precision";
                                }));
                expected.put("revision", "bigint");
                expected.put("import_id", "uuid");
                expected.put("known_since", "timestamp with time zone");
                assertThat(schema.columns(kind.shape().table()))
                        .as(kind.name())
                        .containsExactlyInAnyOrderEntriesOf(expected);
            }
        }
    }
}
