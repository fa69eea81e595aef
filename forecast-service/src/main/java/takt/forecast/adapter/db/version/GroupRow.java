package takt.forecast.adapter.db.version;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import takt.engine.selection.ChoiceCause;
import takt.forecast.version.GroupLevel;
import takt.forecast.version.GroupLine;
import takt.kernel.BucketCalendar;
import takt.kernel.UnitCode;
import takt.kit.db.CauseJson;

/** A row of {@code forecast_group}: one group, arrays over its buckets. */
@Entity
@Table(name = "forecast_group")
@IdClass(GroupRow.Key.class)
class GroupRow {

    record Key(UUID versionId, int ordinal) implements Serializable {}

    @Id
    @Column(name = "version_id")
    UUID versionId = new UUID(0, 0);

    @Id
    int ordinal;

    String level = "";
    String name = "";
    String calendar = "";
    String unit = "";
    int parts;

    @Column(name = "first_bucket")
    LocalDate firstBucket = LocalDate.EPOCH;

    double[] mean = {};
    double[] quantiles = {};
    String model = "";
    JsonObject reason = new JsonObject();

    static GroupRow of(UUID versionId, int ordinal, GroupLine line) {
        GroupRow row = new GroupRow();
        row.versionId = versionId;
        row.ordinal = ordinal;
        row.level = line.level().name();
        row.name = line.name();
        row.calendar = line.calendar().name();
        row.unit = line.unit().name();
        row.parts = line.parts();
        row.firstBucket = line.firstBucket();
        row.mean = line.mean();
        row.quantiles = line.quantiles();
        row.model = line.model();
        row.reason = CauseJson.of(line.cause());
        return row;
    }

    GroupLine line() {
        return new GroupLine(
                GroupLevel.valueOf(level),
                name,
                BucketCalendar.valueOf(calendar),
                UnitCode.valueOf(unit),
                parts,
                firstBucket,
                mean,
                quantiles,
                model,
                CauseJson.parts(reason).as(ChoiceCause.class));
    }
}
