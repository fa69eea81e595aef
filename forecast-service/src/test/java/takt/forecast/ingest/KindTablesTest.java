package takt.forecast.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import db.migration.ImportReports;
import org.junit.jupiter.api.Test;
import takt.forecast.usecase.data.ForecastKinds;
import takt.ingest.adapter.db.FactColumns;
import takt.ingest.kind.FactKind;
import takt.kit.Schema;

class KindTablesTest {

    @Test
    void aKindIsKeptInATableOfItsShape() throws Exception {
        try (Schema schema = new Schema(new ImportReports())) {
            for (FactKind<?> kind : ForecastKinds.ALL) {
                assertThat(schema.columns(kind.shape().table()))
                        .as(kind.name())
                        .containsExactlyInAnyOrderEntriesOf(FactColumns.of(kind.shape()));
            }
        }
    }
}
