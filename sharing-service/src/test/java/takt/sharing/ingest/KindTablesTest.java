package takt.sharing.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import db.migration.ImportReports;
import org.junit.jupiter.api.Test;
import takt.ingest.adapter.db.FactColumns;
import takt.ingest.kind.FactKind;
import takt.kit.Schema;
import takt.sharing.usecase.NetworkKinds;

class KindTablesTest {

    @Test
    void aKindIsKeptInATableOfItsShape() throws Exception {
        try (Schema schema = new Schema(new ImportReports())) {
            for (FactKind<?> kind : NetworkKinds.ALL) {
                assertThat(schema.columns(kind.shape().table()))
                        .as(kind.name())
                        .containsExactlyInAnyOrderEntriesOf(FactColumns.of(kind.shape()));
            }
        }
    }
}
