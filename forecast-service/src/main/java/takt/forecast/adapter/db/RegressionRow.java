package takt.forecast.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A row of {@code regression_model}. */
@Entity
@Table(name = "regression_model")
@IdClass(RegressionRow.Key.class)
class RegressionRow {

    record Key(UUID runId, String calendar) implements Serializable {}

    @Id
    @Column(name = "run_id")
    UUID runId = new UUID(0, 0);

    @Id
    String calendar = "";

    byte[] artifact = new byte[0];
}
