package takt.forecast.adapter.db.version;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import takt.forecast.version.ForecastVersion.Release;

/** A row of {@code forecast_release}. */
@Entity
@Table(name = "forecast_release")
class ReleaseRow {

    @Id
    @Column(name = "version_id")
    UUID versionId = new UUID(0, 0);

    int ordinal;

    @Column(name = "predecessor_id")
    @Nullable
    UUID predecessorId;

    @Column(name = "released_at")
    Instant releasedAt = Instant.EPOCH;

    @Column(name = "released_by")
    String releasedBy = "";

    Release release() {
        return new Release(versionId, Optional.ofNullable(predecessorId), releasedAt, releasedBy);
    }
}
