package takt.forecast.adapter.db.training;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import takt.engine.selection.ChoiceCause;
import takt.engine.series.SeriesKey;
import takt.forecast.training.ModelFile;
import takt.kernel.BucketCalendar;
import takt.kernel.PartNumber;
import takt.kernel.SiteId;
import takt.kit.db.CauseJson;

/** A row of {@code trained_model}. */
@Entity
@Table(name = "trained_model")
@IdClass(ModelRow.Key.class)
class ModelRow {

    record Key(UUID runId, String calendar, int ordinal) implements Serializable {}

    @Id
    @Column(name = "run_id")
    UUID runId = new UUID(0, 0);

    @Id
    String calendar = "";

    @Id
    int ordinal;

    String part = "";
    String site = "";
    String segment = "";
    String model = "";
    JsonObject reason = new JsonObject();
    byte[] artifact = new byte[0];

    static ModelRow of(UUID runId, BucketCalendar calendar, ModelFile file) {
        ModelRow row = new ModelRow();
        row.runId = runId;
        row.calendar = calendar.name();
        row.ordinal = file.ordinal();
        row.part = file.key().part().value();
        row.site = file.key().site().value();
        row.segment = file.segment();
        row.model = file.model();
        row.reason = CauseJson.of(file.cause());
        row.artifact = file.artifact();
        return row;
    }

    ModelFile file() {
        return new ModelFile(
                ordinal,
                new SeriesKey(new PartNumber(part), new SiteId(site)),
                segment,
                model,
                CauseJson.parts(reason).as(ChoiceCause.class),
                artifact);
    }
}
