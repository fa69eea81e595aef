package takt.capacity.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import takt.capacity.commitment.AskedLine;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;

/** A row of {@code asked_line}. */
@Entity
@Table(name = "asked_line")
class AskedLineRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "publication_id")
    UUID publicationId = new UUID(0, 0);

    String part = "";
    String supplier = "";

    @Column(name = "customer_site")
    String customerSite = "";

    String category = "";
    String unit = "";
    long immediate;

    long[] demand = {};
    long[] quantiles = {};

    static AskedLineRow of(AskedLine line) {
        AskedLineRow row = new AskedLineRow();
        row.id = line.id();
        row.publicationId = line.publicationId();
        row.part = line.part().value();
        row.supplier = line.supplier().value();
        row.customerSite = line.customerSite().value();
        row.category = line.category().name();
        row.unit = line.unit().name();
        row.immediate = line.immediate();
        row.demand = line.demand();
        row.quantiles = line.quantiles();
        return row;
    }

    AskedLine line(AskedPublicationRow publication, boolean current) {
        return new AskedLine(
                id,
                publicationId,
                current,
                new PartNumber(part),
                new PartnerId(supplier),
                new SiteId(customerSite),
                DemandCategory.valueOf(category),
                UnitCode.valueOf(unit),
                new Week(publication.firstWeek),
                publication.answerBy,
                immediate,
                demand,
                quantiles,
                publication.levels);
    }
}
