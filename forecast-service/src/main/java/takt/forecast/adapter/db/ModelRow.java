package takt.forecast.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A row of {@code trained_model}. */
@Entity
@Table(name = "trained_model")
@IdClass(ModelRow.Key.class)
class ModelRow {

    record Key(UUID runId, int ordinal) implements Serializable {}

    @Id
    @Column(name = "run_id")
    UUID runId = new UUID(0, 0);

    @Id
    int ordinal;

    String part = "";
    String site = "";
    String calendar = "";
    String model = "";
    String reason = "";
    byte[] artifact = new byte[0];
}
