package takt.sharing.network;

import takt.kernel.PartNumber;
import takt.kernel.PartnerId;
import takt.kernel.SiteId;

/**
 * One supplier delivers one part to one customer site.
 *
 * @param share of the customer's need, in (0, 1]
 * @param leadTimeWeeks weeks the supplier needs its own material before delivery, 0 to 52
 * @param packThousandths deliveries are whole multiples of this; 0 means the unit's smallest amount
 * @param zones how binding a week is
 * @param answerDays days the supplier has for its answer
 */
public record SupplyRelation(
        PartNumber part,
        PartnerId customer,
        SiteId customerSite,
        PartnerId supplier,
        double share,
        int leadTimeWeeks,
        long packThousandths,
        HorizonZones zones,
        int answerDays) {

    /** What is needed where, whoever supplies it. */
    public Demanded demanded() {
        return new Demanded(part, customer, customerSite);
    }
}
