package takt.sharing.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;
import takt.sharing.explosion.Delivery;
import takt.sharing.explosion.Peg;
import takt.sharing.network.HorizonZones;

/**
 * What one supplier is asked to deliver of one part to one customer site.
 *
 * @param demand thousandths per week from week 0
 * @param immediate what should have been delivered before week 0
 * @param surplus what whole packs hold beyond the need at the end of each week, the last of them the last published one; empty
 *     without packs
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
        Immediate immediate,
        long[] surplus,
        List<Peg> pegs) {

    /** The first {@code weeks} weeks of a delivery; all that was due before them is open as long as nothing else is known. */
    public static PublicationLine of(UUID id, Delivery delivery, double[] levels, Week first, int weeks) {
        var relation = delivery.relation();
        int back = delivery.back();
        int begin = 0;
        while (begin < back && delivery.demand()[begin] == 0) {
            begin++;
        }
        return new PublicationLine(
                id,
                relation.part(),
                relation.supplier(),
                relation.customer(),
                relation.customerSite(),
                delivery.category(),
                delivery.unit(),
                Arrays.copyOfRange(delivery.demand(), back, back + weeks),
                LineQuantiles.of(
                        delivery.paths(),
                        delivery.demand(),
                        levels,
                        back,
                        weeks,
                        delivery.unit().grainThousandths()),
                relation.zones(),
                relation.leadTimeWeeks(),
                relation.packThousandths(),
                Immediate.of(
                        Arrays.copyOfRange(delivery.demand(), begin, back),
                        first,
                        Optional.empty(),
                        relation.packThousandths()),
                Arrays.copyOf(delivery.surplus(), Math.min(delivery.surplus().length, back + weeks)),
                delivery.pegs());
    }

    /** The same after an earlier publication asked for some of what was due before week 0. */
    public PublicationLine after(Immediate.Asked before) {
        return new PublicationLine(
                id,
                part,
                supplier,
                customer,
                customerSite,
                category,
                unit,
                demand,
                quantiles,
                zones,
                leadTimeWeeks,
                packThousandths,
                Immediate.of(immediate.due(), immediate.before(), Optional.of(before), packThousandths),
                surplus,
                pegs);
    }
}
