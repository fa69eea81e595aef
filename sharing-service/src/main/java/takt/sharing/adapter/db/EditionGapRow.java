package takt.sharing.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.sharing.explosion.Unsupplied;

/** A row of {@code edition_gap}: a part that nobody supplies. */
@Entity
@Table(name = "edition_gap")
@IdClass(EditionGapRow.Key.class)
class EditionGapRow {

    record Key(UUID versionId, int ordinal) implements Serializable {}

    @Id
    @Column(name = "version_id")
    UUID versionId = new UUID(0, 0);

    @Id
    int ordinal;

    String part = "";

    /** Empty when nobody is known to own the site. */
    String customer = "";

    @Column(name = "customer_site")
    String customerSite = "";

    String unit = "";

    long thousandths;

    int below;

    static EditionGapRow of(UUID versionId, int ordinal, Unsupplied gap) {
        EditionGapRow row = new EditionGapRow();
        row.versionId = versionId;
        row.ordinal = ordinal;
        row.part = gap.part().value();
        row.customer = gap.customer().map(PartnerId::value).orElse("");
        row.customerSite = gap.site().value();
        row.unit = gap.unit().name();
        row.thousandths = gap.thousandths();
        row.below = gap.below();
        return row;
    }

    Unsupplied gap() {
        return new Unsupplied(
                new PartNumber(part),
                Optional.of(customer).filter(PartnerId::isValid).map(PartnerId::new),
                new SiteId(customerSite),
                UnitCode.valueOf(unit),
                thousandths,
                below);
    }
}
