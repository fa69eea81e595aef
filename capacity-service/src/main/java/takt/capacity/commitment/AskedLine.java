package takt.capacity.commitment;

import java.time.LocalDate;
import java.util.UUID;
import takt.kernel.DemandCategory;
import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;
import takt.kernel.UnitCode;
import takt.kernel.Week;

/**
 * A publication line as the supplier was asked for it.
 *
 * @param current whether its publication is the supplier's newest
 * @param immediate thousandths that should have been delivered before the first week
 * @param demand thousandths per week from {@code firstWeek}
 * @param quantiles thousandths, week by week, {@code levels} ascending inside each
 */
public record AskedLine(
        UUID id,
        UUID publicationId,
        boolean current,
        PartNumber part,
        PartnerId supplier,
        SiteId customerSite,
        DemandCategory category,
        UnitCode unit,
        Week firstWeek,
        LocalDate answerBy,
        long immediate,
        long[] demand,
        long[] quantiles,
        double[] levels) {

    public boolean covers(Week week) {
        int index = firstWeek.until(week);
        return index >= 0 && index < demand.length;
    }

    public long demandOf(Week week) {
        return demand[firstWeek.until(week)];
    }
}
