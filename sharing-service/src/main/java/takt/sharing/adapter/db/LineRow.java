package takt.sharing.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;
import takt.sharing.explosion.Peg;
import takt.sharing.network.HorizonZones;
import takt.sharing.publication.Immediate;
import takt.sharing.publication.PublicationLine;
import takt.sharing.usecase.port.PublicationStore.StoredLine;

/** A row of {@code publication_line}: arrays over its weeks. */
@Entity
@Table(name = "publication_line")
@IdClass(LineRow.Key.class)
class LineRow {

    record Key(UUID publicationId, int ordinal) implements Serializable {}

    private static final String SEPARATOR = "|";

    @Id
    @Column(name = "publication_id")
    UUID publicationId = new UUID(0, 0);

    @Id
    int ordinal;

    @Column(name = "id")
    UUID lineId = new UUID(0, 0);

    String part = "";
    String supplier = "";
    String customer = "";

    @Column(name = "customer_site")
    String customerSite = "";

    String category = "";
    String unit = "";
    long[] demand = {};
    long[] quantiles = {};

    @Column(name = "firm_weeks")
    int firmWeeks;

    @Column(name = "production_weeks")
    int productionWeeks;

    @Column(name = "material_weeks")
    int materialWeeks;

    @Column(name = "lead_time_weeks")
    int leadTimeWeeks;

    long pack;

    long immediate;

    @Column(name = "immediate_basis")
    String immediateBasis = "";

    /** Week 0 of the publication. */
    @Column(name = "due_before")
    LocalDate dueBefore = LocalDate.of(1970, 1, 5);

    long[] due = {};

    /** What whole packs hold beyond the need at the end of each week, the last of them the last of {@link #demand}. */
    long[] surplus = {};

    /** One {@code parent|maker|=quantity} per peg; without the sign, as older builds wrote it, in thousandths. */
    String[] pegs = {};

    static LineRow of(UUID publicationId, int ordinal, PublicationLine line) {
        LineRow row = new LineRow();
        row.publicationId = publicationId;
        row.ordinal = ordinal;
        row.lineId = line.id();
        row.part = line.part().value();
        row.supplier = line.supplier().value();
        row.customer = line.customer().value();
        row.customerSite = line.customerSite().value();
        row.category = line.category().name();
        row.unit = line.unit().name();
        row.demand = line.demand();
        row.quantiles = line.quantiles();
        row.firmWeeks = line.zones().firmWeeks();
        row.productionWeeks = line.zones().productionWeeks();
        row.materialWeeks = line.zones().materialWeeks();
        row.leadTimeWeeks = line.leadTimeWeeks();
        row.pack = line.packThousandths();
        row.immediate = line.immediate().thousandths();
        row.immediateBasis = line.immediate().basis().name();
        row.dueBefore = line.immediate().before().monday();
        row.due = line.immediate().due();
        row.surplus = line.surplus();
        row.pegs = line.pegs().stream()
                .map(p -> String.join(
                        SEPARATOR,
                        p.parent().value(),
                        p.maker().value(),
                        "=" + p.quantity().toPlainString()))
                .toArray(String[]::new);
        return row;
    }

    StoredLine stored() {
        return new StoredLine(
                publicationId,
                new PublicationLine(
                        lineId,
                        new PartNumber(part),
                        new PartnerId(supplier),
                        new PartnerId(customer),
                        new SiteId(customerSite),
                        DemandCategory.valueOf(category),
                        UnitCode.valueOf(unit),
                        demand,
                        quantiles,
                        new HorizonZones(firmWeeks, productionWeeks, materialWeeks),
                        leadTimeWeeks,
                        pack,
                        new Immediate(immediate, Immediate.Basis.valueOf(immediateBasis), new Week(dueBefore), due),
                        surplus,
                        Arrays.stream(pegs).map(LineRow::peg).toList()));
    }

    private static Peg peg(String text) {
        String[] cells = text.split("\\|", 3);
        BigDecimal quantity = cells[2].startsWith("=")
                ? new BigDecimal(cells[2].substring(1))
                : BigDecimal.valueOf(Long.parseLong(cells[2]), 3);
        return new Peg(new PartNumber(cells[0]), new PartnerId(cells[1]), quantity);
    }
}
