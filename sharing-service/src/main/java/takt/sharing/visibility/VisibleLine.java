package takt.sharing.visibility;

import java.util.UUID;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.sharing.network.HorizonZones;
import takt.sharing.publication.Immediate;
import takt.sharing.publication.PublicationLine;

/**
 * A line as it may leave the house: what is not named here does not. Only a {@link VisibilityDecision} composes one.
 *
 * @param demand thousandths per week from week 0
 * @param quantiles thousandths, week by week, the levels ascending inside each
 */
public record VisibleLine(
        UUID publicationId,
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
        Immediate immediate) {

    static VisibleLine of(UUID publicationId, PublicationLine line) {
        return new VisibleLine(
                publicationId,
                line.id(),
                line.part(),
                line.supplier(),
                line.customer(),
                line.customerSite(),
                line.category(),
                line.unit(),
                line.demand(),
                line.quantiles(),
                line.zones(),
                line.leadTimeWeeks(),
                line.packThousandths(),
                line.immediate());
    }
}
