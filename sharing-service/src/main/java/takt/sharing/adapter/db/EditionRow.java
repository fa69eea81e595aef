package takt.sharing.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code edition}. */
@Entity
@Table(name = "edition")
class EditionRow {

    @Id
    @Column(name = "version_id")
    UUID versionId = new UUID(0, 0);

    @Column(name = "published_at")
    Instant publishedAt = Instant.EPOCH;

    @Column(name = "first_week")
    LocalDate firstWeek = LocalDate.EPOCH;

    int publications;

    int lines;

    int unsupplied;

    @Column(name = "passed_through")
    String[] passedThrough = {};
}
