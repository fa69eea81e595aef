package takt.capacity.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code asked_publication}. */
@Entity
@Table(name = "asked_publication")
class AskedPublicationRow {

    @Id
    UUID id = new UUID(0, 0);

    String supplier = "";
    int number;

    @Column(name = "first_week")
    LocalDate firstWeek = LocalDate.EPOCH;

    @Column(name = "answer_by")
    LocalDate answerBy = LocalDate.EPOCH;

    double[] levels = {};
}
