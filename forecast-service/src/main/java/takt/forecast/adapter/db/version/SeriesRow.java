package takt.forecast.adapter.db.version;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import takt.engine.model.LevelCause;
import takt.engine.selection.ChoiceCause;
import takt.forecast.version.ForecastLine;
import takt.forecast.version.LineCause;
import takt.kernel.BucketCalendar;
import takt.kernel.DemandCategory;
import takt.kernel.UnitCode;
import takt.kit.db.CauseJson;

/** A row of {@code forecast_series}: one series, arrays over its buckets. */
@Entity
@Table(name = "forecast_series")
@IdClass(SeriesRow.Key.class)
class SeriesRow {

    record Key(UUID versionId, int ordinal) implements Serializable {}

    @Id
    @Column(name = "version_id")
    UUID versionId = new UUID(0, 0);

    @Id
    int ordinal;

    String part = "";
    String site = "";
    String calendar = "";
    String category = "";
    String unit = "";

    @Column(name = "first_bucket")
    LocalDate firstBucket = LocalDate.EPOCH;

    double[] mean = {};
    double[] quantiles = {};
    String model = "";
    JsonObject reason = new JsonObject();

    @Column(name = "schedule_demand")
    double[] scheduleDemand = {};

    /** Causes of the level, and those beside it. */
    JsonObject explanation = new JsonObject();

    Long[] corrections = {};

    static SeriesRow of(UUID versionId, int ordinal, ForecastLine line) {
        SeriesRow row = new SeriesRow();
        row.versionId = versionId;
        row.ordinal = ordinal;
        row.part = line.part();
        row.site = line.site();
        row.calendar = line.calendar().name();
        row.category = line.category().name();
        row.unit = line.unit().name();
        row.firstBucket = line.firstBucket();
        row.mean = line.mean();
        row.quantiles = line.quantiles();
        row.model = line.model();
        row.reason = CauseJson.of(line.cause());
        row.scheduleDemand = line.scheduleDemand();
        row.explanation = CauseJson.of(line.causes());
        row.corrections = line.corrections().toArray(Long[]::new);
        return row;
    }

    ForecastLine line() {
        return new ForecastLine(
                part,
                site,
                BucketCalendar.valueOf(calendar),
                DemandCategory.valueOf(category),
                UnitCode.valueOf(unit),
                firstBucket,
                mean,
                quantiles,
                model,
                CauseJson.parts(reason).as(ChoiceCause.class),
                scheduleDemand,
                CauseJson.those(LevelCause.class, explanation),
                CauseJson.those(LineCause.class, explanation),
                List.of(corrections));
    }
}
