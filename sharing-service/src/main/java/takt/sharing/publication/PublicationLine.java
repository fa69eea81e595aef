package takt.sharing.publication;

import java.util.List;
import java.util.UUID;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.sharing.explosion.Delivery;
import takt.sharing.explosion.Peg;
import takt.sharing.network.HorizonZones;

/**
 * What one supplier is asked to deliver of one part to one customer site.
 *
 * @param demand thousandths per week
 * @param quantiles thousandths, week by week, the levels ascending inside each
 * @param pegs the parents it comes from; they never leave the house
 */
public record PublicationLine(
        UUID id,
        PartNumber part,
        PartnerId supplier,
        PartnerId customer,
        SiteId customerSite,
        DemandCategory category,
        UnitCode unit,
        long[] demand,
        long[] quantiles,
        HorizonZones zones,
        int leadTimeWeeks,
        long packThousandths,
        List<Peg> pegs) {

    /** The first {@code weeks} weeks of a delivery. */
    public static PublicationLine of(UUID id, Delivery delivery, double[] levels, int weeks) {
        var relation = delivery.relation();
        return new PublicationLine(
                id,
                relation.part(),
                relation.supplier(),
                relation.customer(),
                relation.customerSite(),
                delivery.category(),
                delivery.unit(),
                java.util.Arrays.copyOf(delivery.demand(), weeks),
                LineQuantiles.of(
                        delivery.paths(), levels, weeks, delivery.unit().grainThousandths()),
                relation.zones(),
                relation.leadTimeWeeks(),
                relation.packThousandths(),
                delivery.pegs());
    }
}
